package pinyin

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// Spoken returns how each character of a Chinese text is read, with its tone:
// Spoken("长期") is cháng, qī. What is no Chinese character has "". Of a
// character with several readings the usual one is taken unless a word around
// it that is read otherwise is known; the words are those of policy texts.
// Tones are those of the dictionary: their changes in speech, as in 不是, are
// not written.
func Spoken(text string) []string {
	runes := []rune(text)
	out := make([]string, len(runes))
	for i := 0; i < len(runes); {
		if n := spokenWord(runes[i:], out[i:]); n > 0 {
			i += n
			continue
		}
		out[i] = usual(runes[i])
		i++
	}
	return out
}

// spokenWord writes the readings of the longest known word that text begins
// with, and returns its length in characters.
func spokenWord(text []rune, out []string) int {
	for n := min(longestWord, len(text)); n > 1; n-- {
		if readings, ok := spokenWords()[string(text[:n])]; ok {
			return copy(out, strings.Fields(readings))
		}
	}
	return 0
}

func usual(r rune) string {
	if s, ok := usualReadings[r]; ok {
		return s
	}
	s, _, _ := strings.Cut(toned(r), ",")
	return s
}

// usualReadings are those of characters that the dictionary lists under a
// rarer reading first.
var usualReadings = map[rune]string{
	'调': "tiáo", '为': "wéi", '长': "cháng", '曾': "céng", '朝': "cháo", '薄': "báo", '担': "dān", '干': "gàn",
	'地': "dì", '得': "dé", '更': "gèng", '缝': "féng", '纤': "xiān", '尽': "jǐn", '累': "lèi",
}

// longestWord is the length of the longest of spokenWords (characters).
const longestWord = 4

// spokenWords are words in which a character is not read as it usually is, and
// some that keep a shorter one from being found in them.
var spokenWords = sync.OnceValue(func() map[string]string { return words(spokenList) })

const spokenList = `
重庆 chóng qìng|重新 chóng xīn|重复 chóng fù|重建 chóng jiàn|重申 chóng shēn|重启 chóng qǐ|重组 chóng zǔ|重叠 chóng dié|重塑 chóng sù|重构 chóng gòu|双重 shuāng chóng|多重 duō chóng|重返 chóng fǎn|重置 chóng zhì|三重 sān chóng|几重 jǐ chóng
银行 yín háng|行业 háng yè|行情 háng qíng|央行 yāng háng|同行 tóng háng|行列 háng liè|各行 gè háng|跨行业 kuà háng yè|行长 háng zhǎng|行家 háng jiā|商行 shāng háng|内行 nèi háng|外行 wài háng|投行 tóu háng|行规 háng guī
增长 zēng zhǎng|成长 chéng zhǎng|生长 shēng zhǎng|部长 bù zhǎng|市长 shì zhǎng|省长 shěng zhǎng|县长 xiàn zhǎng|局长 jú zhǎng|处长 chù zhǎng|司长 sī zhǎng|校长 xiào zhǎng|院长 yuàn zhǎng|会长 huì zhǎng|首长 shǒu zhǎng|村长 cūn zhǎng|长官 zhǎng guān|组长 zǔ zhǎng|秘书长 mì shū zhǎng|董事长 dǒng shì zhǎng|家长 jiā zhǎng|助长 zhù zhǎng|滋长 zī zhǎng|长大 zhǎng dà|年长 nián zhǎng|馆长 guǎn zhǎng|主任 zhǔ rèn
调查 diào chá|调研 diào yán|强调 qiáng diào|协调 xié tiáo|调动 diào dòng|调度 diào dù|抽调 chōu diào|调任 diào rèn|调取 diào qǔ|基调 jī diào|腔调 qiāng diào|论调 lùn diào|调配 diào pèi|格调 gé diào|步调 bù diào|调用 diào yòng|调阅 diào yuè
处理 chǔ lǐ|处于 chǔ yú|处在 chǔ zài|处置 chǔ zhì|处罚 chǔ fá|相处 xiāng chǔ|处境 chǔ jìng|共处 gòng chǔ|处分 chǔ fèn|处方 chǔ fāng
偿还 cháng huán|归还 guī huán|还款 huán kuǎn|返还 fǎn huán|还原 huán yuán|退还 tuì huán
首都 shǒu dū|成都 chéng dū|都市 dū shì|都城 dū chéng|定都 dìng dū|建都 jiàn dū
为了 wèi le|因为 yīn wèi|为何 wèi hé|为什么 wèi shén me|为此 wèi cǐ|为人民 wèi rén mín|为民 wèi mín|为群众 wèi qún zhòng|为公众 wèi gōng zhòng|为企业 wèi qǐ yè|为国家 wèi guó jiā
了解 liǎo jiě|明了 míng liǎo|不了 bù liǎo|得了 dé liǎo|了结 liǎo jié|了然 liǎo rán
着力 zhuó lì|着眼 zhuó yǎn|着重 zhuó zhòng|着手 zhuó shǒu|着陆 zhuó lù|沉着 chén zhuó|执着 zhí zhuó|着想 zhuó xiǎng|穿着 chuān zhuó|附着 fù zhuó|着急 zháo jí
空间 kōng jiān|空白 kòng bái|填空 tián kòng|空缺 kòng quē|空隙 kòng xì|空闲 kòng xián
中标 zhòng biāo|命中 mìng zhòng|中奖 zhòng jiǎng|切中 qiè zhòng
间接 jiàn jiē|间隔 jiàn gé|间断 jiàn duàn|相间 xiāng jiàn
种植 zhòng zhí|耕种 gēng zhòng|播种 bō zhǒng|接种 jiē zhòng|种地 zhòng dì|种粮 zhòng liáng
相应 xiāng yìng|反应 fǎn yìng|适应 shì yìng|应对 yìng duì|应用 yìng yòng|应急 yìng jí|响应 xiǎng yìng|供应 gōng yìng|效应 xiào yìng|应邀 yìng yāo|回应 huí yìng|应付 yìng fù|应聘 yìng pìn|呼应 hū yìng|对应 duì yìng|应战 yìng zhàn|顺应 shùn yìng|应变 yìng biàn|应考 yìng kǎo
投降 tóu xiáng|照相 zhào xiàng|真相 zhēn xiàng|首相 shǒu xiàng|宰相 zǎi xiàng|相片 xiàng piàn
传记 zhuàn jì|自传 zì zhuàn|转动 zhuàn dòng|转速 zhuàn sù|运转 yùn zhuàn|周转 zhōu zhuǎn
弹性 tán xìng|弹簧 tán huáng
对称 duì chèn|相称 xiāng chèn|匀称 yún chèn|称职 chèn zhí
人参 rén shēn|参差 cēn cī
差距 chā jù|差异 chā yì|差别 chā bié|误差 wù chā|逆差 nì chā|顺差 shùn chā|偏差 piān chā|温差 wēn chā|反差 fǎn chā|时差 shí chā|价差 jià chā|差额 chā é|出差 chū chāi|差旅 chāi lǚ|落差 luò chā
上当 shàng dàng|适当 shì dàng|恰当 qià dàng|妥当 tuǒ dàng|正当 zhèng dàng|当作 dàng zuò|得当 dé dàng|当成 dàng chéng|当天 dàng tiān|当年 dāng nián|不当 bù dàng
部分 bù fèn|成分 chéng fèn|充分 chōng fèn|过分 guò fèn|身分 shēn fèn|分子 fèn zǐ|水分 shuǐ fèn|养分 yǎng fèn|分量 fèn liàng|十分 shí fēn|本分 běn fèn|名分 míng fèn|分内 fèn nèi
更新 gēng xīn|更改 gēng gǎi|变更 biàn gēng|更换 gēng huàn|更替 gēng tì|更正 gēng zhèng|更名 gēng míng
供给 gōng jǐ|给予 jǐ yǔ|自给 zì jǐ|补给 bǔ jǐ|配给 pèi jǐ|给养 jǐ yǎng
解决 jiě jué|押解 yā jiè|尽力 jìn lì|尽头 jìn tóu|详尽 xiáng jìn|尽责 jìn zé|尽职 jìn zhí|穷尽 qióng jìn|用尽 yòng jìn|竭尽 jié jìn|尽心 jìn xīn
关卡 guān qiǎ|哨卡 shào qiǎ|看护 kān hù|看守 kān shǒu|看管 kān guǎn
积累 jī lěi|累计 lěi jì|累积 lěi jī|连累 lián lěi|累进 lěi jìn|日积月累 rì jī yuè lěi
测量 cè liáng|衡量 héng liáng|丈量 zhàng liáng|估量 gū liáng|商量 shāng liáng|量化 liàng huà|考量 kǎo liáng|思量 sī liáng|打量 dǎ liang
率领 shuài lǐng|率先 shuài xiān|草率 cǎo shuài|表率 biǎo shuài|坦率 tǎn shuài|直率 zhí shuài
灾难 zāi nàn|难民 nàn mín|苦难 kǔ nàn|遇难 yù nàn|磨难 mó nàn|责难 zé nàn|避难 bì nàn|发难 fā nàn
宁可 nìng kě|宁愿 nìng yuàn|勉强 miǎn qiǎng|强迫 qiǎng pò|强求 qiǎng qiú|倔强 jué jiàng
切实 qiè shí|一切 yī qiè|密切 mì qiè|迫切 pò qiè|切割 qiē gē|切断 qiē duàn|切片 qiē piàn|切换 qiē huàn
歌曲 gē qǔ|戏曲 xì qǔ|分散 fēn sàn|松散 sōng sǎn|散文 sǎn wén|散装 sǎn zhuāng|零散 líng sǎn|少年 shào nián|青少年 qīng shào nián|少数 shǎo shù
反省 fǎn xǐng|省察 xǐng chá|自省 zì xǐng|知识 zhī shi|标识 biāo zhì|似的 shì de|提防 dī fáng|挑战 tiǎo zhàn|挑衅 tiǎo xìn|挑拨 tiǎo bō
胡同 hú tòng|委蛇 wēi yí|要求 yāo qiú|要挟 yāo xié|记载 jì zǎi|登载 dēng zǎi|转载 zhuǎn zǎi|刊载 kān zǎi|千载 qiān zǎi|参与 cān yù|与会 yù huì|高涨 gāo zhǎng|正月 zhēng yuè|奇数 jī shù
宝藏 bǎo zàng|西藏 xī zàng|朝阳 cháo yáng|朝气 zhāo qì|冲着 chòng zhe|创伤 chuāng shāng|重创 zhòng chuāng|答应 dā ying|大夫 dài fu|担子 dàn zi|重担 zhòng dàn|颠倒 diān dǎo|倒闭 dǎo bì|倒塌 dǎo tā|打倒 dǎ dǎo|压倒 yā dǎo|斗争 dòu zhēng|度量 dù liàng|揣度 chuǎi duó|厌恶 yàn wù|可恶 kě wù|憎恶 zēng wù
干净 gān jìng|干旱 gān hàn|干燥 gān zào|干涉 gān shè|干预 gān yù|干扰 gān rǎo|若干 ruò gān|相干 xiāng gān|干脆 gān cuì|干部 gàn bù|骨干 gǔ gàn|主干 zhǔ gàn
会计 kuài jì|几乎 jī hū|经济 jīng jì|济南 jǐ nán|监狱 jiān yù|国子监 guó zǐ jiàn|将领 jiàng lǐng|将军 jiāng jūn|角色 jué sè|主角 zhǔ jué|配角 pèi jué|角逐 jué zhú|校对 jiào duì|校正 jiào zhèng|校准 jiào zhǔn|学校 xué xiào|禁不住 jīn bu zhù|试卷 shì juàn|答卷 dá juàn|问卷 wèn juàn|案卷 àn juàn|睡觉 shuì jiào|论语 lún yǔ|落后 luò hòu|模样 mú yàng|泥古 nì gǔ|大炮 dà pào|影片 yǐng piàn|漂亮 piào liang|铺张 pū zhāng|店铺 diàn pù|商铺 shāng pù|亲家 qìng jia|要塞 yào sài|边塞 biān sài|闭塞 bì sè|堵塞 dǔ sè|阻塞 zǔ sè|大厦 dà shà|厦门 xià mén|宿舍 sù shè|校舍 xiào shè|邻舍 lín shè|说服 shuō fú|游说 yóu shuì|字帖 zì tiè|请帖 qǐng tiě|朝鲜 cháo xiǎn|鲜见 xiǎn jiàn|鲜有 xiǎn yǒu|剥削 bō xuē|兴趣 xìng qù|高兴 gāo xìng|佣金 yòng jīn|症结 zhēng jié|方便 fāng biàn|便宜 pián yi|薄弱 bó ruò|浅薄 qiǎn bó|稀薄 xī bó|单薄 dān bó|背负 bēi fù|湖泊 hú pō|停泊 tíng bó|漂泊 piāo bó
教书 jiāo shū|结实 jiē shi|结果 jié guǒ|只有 zhǐ yǒu|一只 yī zhī|船只 chuán zhī|血液 xuè yè|没收 mò shōu|淹没 yān mò|埋没 mái mò|没落 mò luò|石油 shí yóu|纤维 xiān wéi|给力 gěi lì|期间 qī jiān|占领 zhàn lǐng|占卜 zhān bǔ|占比 zhàn bǐ|蔓延 màn yán|便利 biàn lì|便捷 biàn jié|随便 suí biàn|划分 huà fēn|计划 jì huà|规划 guī huà|统计 tǒng jì|什么 shén me|怎么 zěn me|那么 nà me|这么 zhè me|多么 duō me|我们 wǒ men|他们 tā men|她们 tā men|人们 rén men|你们 nǐ men|它们 tā men|咱们 zán men|地方 dì fang|有效地 yǒu xiào de|更好地 gèng hǎo de|积极地 jī jí de|使得 shǐ de|值得 zhí de|觉得 jué de|显得 xiǎn de|不得不 bù dé bù|获得 huò dé|取得 qǔ dé
`

func words(list string) map[string]string {
	m := map[string]string{}
	for _, line := range strings.Split(list, "\n") {
		for _, entry := range strings.Split(line, "|") {
			word, readings, ok := strings.Cut(entry, " ")
			if ok && utf8.RuneCountInString(word) == len(strings.Fields(readings)) {
				m[word] = readings
			}
		}
	}
	return m
}
