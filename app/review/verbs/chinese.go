package verbs

import (
	"strings"

	"celun/app/language"
)

var (
	// strong are verbs that a noun of several words hardly ever holds: they
	// count in the middle of a clause, too.
	strong = words(`建立 制定 制订 完善 健全 加强 推动 推进 加快 提高 提升 扩大 修订 修改 出台 设立 明确 落实 督促 要求 支持 反对 防范 防止 确保 保证 促进 鼓励 引导 优化 强化 深化
		严禁 禁止 公布 发布 增设 增加 减少 缩短 打造 实施 启动 纳入 划定 废止 取消 暂停 拓宽 拓展 搭建 构建 组建 健全 壮大 倡导 更新 清理 清查 压实 夯实 细化 补齐 缩小 弥合 牵头
		会同 责成 授权 委托 邀请 开展 举办 召开 组织 安排 保障 维护 争取 避免 遏制 抵制 应对 化解 消除 破除 打破 打通 理顺 厘清 统筹 协调 兼顾 试行 推行 推广 普及 开放 共享
		淘汰 整合 合并 精简 下放 上收 压减 削减 追究 问责 通报 公开 披露 征求 听取 吸纳 采纳 提交 报送 报请 提请 签署 签订 批准 通过 缔结 加入 退出 恢复 重启 延长 提前 推迟`)
	// bearing are verbs by which nobody acts: they say how things are.
	bearing = words(`没有 知道 成为 不能 可能 认为 作为 需要 出现 具有 发现 发生 包括 应该 组成 增长 不会 表示 还有 得到 觉得 表现 存在 达到 不知 位于 能够 称为 希望 相关 分布 引起 为主
		受到 不到 是否 感到 造成 行为 只见 认识 拥有 分为 知识 位置 显示 属于 来自 相信 反映 变成 导致 应当 构成 肯定 处于 例如 类似 需求 体现 不了 相应 突出 表明 在于 显得 下降
		预算 符合 具备 缺乏 面临 是从 奇怪 估计 适合 上升 涉及 算是 简称 使得 生存 累计 满意 做法 害怕 有着 死亡 相似 等于 值得 说法 剩下 含有 得名 不用 享有 出于 富有 不够 看法
		想法 可见 足够 当选 据说 协定 简介 示意 无法 意味 取决 依赖 源于 起源 低于 高于 超过 截至 呈现 过于 善于 无限 丧失 不足 相反 相比 看来 听说 变化 有关 影响 威胁 冲突 合理
		竞争 挑战 失败 困难 进展 流动 经费 服装 设备 生命 体育 遗产 工资 出口 进口 胜利 收入 支出 负担 损害 缺少 增多 增大 上涨 膨胀 陷入 遭受 遭到 承受 致使 有利 不利 有助 有效
		公认 复合 可靠 知名 相等 必备 必需 透明 无比 行动 活动 工作 生活 生产 劳动 运动 事业 利害 手续 愿望 行业 生意 会计 处长 号称 相当 不断 不再 不准 用于 适用 通用 多样 变动 起到`)
	// before are what may stand before the verb of a clause.
	before = []string{
		"建议", "应当", "应该", "必须", "需要", "着手", "继续", "尽快", "尽早", "逐步", "进一步", "切实", "大力", "积极", "及时", "统一", "认真", "稳妥", "有序", "稳步", "全面", "深入", "扎实", "着力", "努力", "不断", "主动",
		"抓紧", "立即", "重新", "分别", "自行", "如期", "按期", "全力", "带头", "多渠道", "多方", "每年", "每季度", "每月", "按年", "按季度", "率先", "优先", "重点", "定期", "分批", "分期", "分步", "分类", "从严", "从速", "依法", "依规", "据此", "为此", "同时", "一并", "共同", "牵头", "首先", "其次", "最后", "另外", "此外", "尤其", "特别是", "并且", "而且", "或者", "以及",
		"一是", "二是", "三是", "四是", "五是", "第一", "第二", "第三", "到底", "坚决", "坚持", "严格", "妥善", "适时", "适度", "适当", "合理", "科学", "精准", "有效", "充分", "真正", "广泛", "持续", "长期", "常态化", "试点", "先行", "专门", "单独", "联合", "协同",
		"应", "须", "需", "要", "宜", "可", "请", "并", "再", "还", "也", "先", "后", "即", "不", "不再", "不得", "勿",
	}
	// leading are the beginnings of clauses whose verb comes later.
	leading = []string{
		"在", "对", "对于", "为", "为了", "与", "同", "和", "从", "通过", "按", "按照", "依", "依据", "依托", "依靠", "围绕", "针对", "向", "就", "以", "用", "利用", "将", "把", "由", "经", "根据", "参照", "借鉴", "结合", "随着", "凭", "凡", "使", "让", "给", "面向", "立足", "着眼", "自",
	}
	// bodies end the names of those who act.
	bodies = []string{
		"部门", "单位", "政府", "企业", "机构", "地方", "各地", "各方", "学校", "高校", "大学", "中心", "团队", "小组", "专班", "人员", "国家", "委员会", "办公室", "使馆", "使领馆", "协会", "平台方", "双方", "我国", "我方", "本部", "部", "局", "委", "办", "院", "厅", "处", "司", "署", "所", "省", "市", "县", "区",
	}
	// linking stand before a verb wherever they are.
	linking = []rune("去以并而再须将把勿")
	// doing are verbs of one character, and stays what begins with one and is
	// none.
	doing = []rune("设建定派拨聘抓堵促把将让使选列订办改减增停补查引推保投借讲教管控放收留买租换交")
	stays = words(`设备 设施 建筑 建材 定额 定位 定义 定居 派系 派别 促销 选民 选手 选票 列车 列强 订单 办公 办法 使馆 使命 使节 将来 将军 把手 抓手 让步 改善 减灾 增量 增值 增幅 停车 补贴 查验 引力 推力
		保险 保密 保安 保健 投资 投入 借口 借款 讲座 讲义 教育 教材 教师 教学 管理 管道 管线 控制 放射 收入 收益 收支 留学 买方 租金 换届 定价 定期 定点 定向 定量 定性 建议 增长 交流 交通 交往 交易 交界 交叉 交锋 投诉 引文 补丁 补给`)
	// naming are the ends of phrases that name a thing or a state.
	naming = words(`机制 体系 能力 问题 不足 短缺 水平 方案 计划 规划 制度 政策 措施 标准 规范 法规 法律 规则 秩序 格局 环境 平台 网络 中心 基地 队伍 人才 资金 经费 预算 项目 工程 行动 合作 交流 对话 建设 发展 保护
		培养 培训 管理 治理 监管 监督 评估 审查 安全 权利 权益 利益 红利 鸿沟 差距 风险 挑战 困难 技术 产业 经济 数据 信息 目标 方向 路径 思路 原则 意见 办法 条例 名单 清单 台账 报告 缺乏 薄弱 滞后 缓慢 欠缺 存在
		隐患 漏洞 缺口 缺陷 短板 瓶颈 压力 成本 投入 投资 教育 宣传 研究 调查 改革 创新 转型 升级 提升 提高 完善 加强 优化 健全 调整 更新 扩大 增长 实施 落实 推进 推动 开展 建立 制定 共享 开放 保障 支持 服务 应用
		使用 运用 影响 作用 意义 价值 地位 形象 声誉 声音 话语权 优势 劣势 条件 基础 设施 设备 系统 工具 渠道 窗口 场所 机构 组织 部门 岗位 职责 责任 义务 权限 流程 程序 指标 体制 模式 方式 方法 手段 途径 战略 策略
		试点 示范 样板 案例 经验 教训 做法 成果 成效 效果 效率 质量 时机 议程 议题 倡议 协议 协定 公约 条约 准则 共识 互信 关系 主权 权力 领域 空间 生态 文化 品牌 产品 账号 数量 规模 比例 速度 进度 程度 范围 举措 问责 公平 公正 透明`)
)

// chinese tells of a Chinese text: whether one of its clauses has a verb where
// an action has it, and if none has, whether all of them name something.
func chinese(text string) Answer {
	text = strings.ReplaceAll(text, "发展中国家", "国家")
	verdict := No
	clauses := 0
	for clause := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune("，；。、：！？,;:\n", r) }) {
		runes := hanOf(clause)
		if len(runes) < 2 {
			continue
		}
		clauses++
		body := after(runes)
		if acts(body) {
			return Yes
		}
		if len(body) < len(runes) || !names(body) {
			verdict = Unknown
		}
	}
	if clauses == 0 {
		return Unknown
	}
	return verdict
}

// notTowards takes away the words in which 向 is not ‘towards’ and 由 not ‘by’.
var notTowards = strings.NewReplacer("理由", "", "自由", "", "由来", "", "方向", "", "取向", "", "导向", "", "意向", "", "去向", "", "走向", "", "趋向", "")

// hanOf leaves the characters of a clause, without what stands in brackets.
func hanOf(clause string) []rune {
	var all []rune
	depth := 0
	for _, r := range clause {
		switch {
		case r == '（' || r == '(':
			depth++
		case r == '）' || r == ')':
			depth = max(0, depth-1)
		case depth == 0 && language.IsHan(r):
			all = append(all, r)
		}
	}
	return all
}

// after returns a clause without the adverbs that stand before its verb.
func after(c []rune) []rune {
	for again := true; again; {
		again = false
		for _, w := range before {
			n := len([]rune(w))
			if len(c) > n+1 && strings.HasPrefix(string(c), w) && !(n == 1 && isVerb(c[:2])) && !isVerb(c[:2]) {
				c, again = c[n:], true
				break
			}
		}
	}
	return c
}

// acts reports whether a clause has a verb where an action has it.
func acts(c []rune) bool {
	whole := string(c)
	if isVerb(c[:2]) {
		rest := string(c[2:])
		return !strings.HasPrefix(rest, "的") && !naming[rest] || strong[string(c[:2])] && rest != "" && !strings.HasPrefix(rest, "的")
	}
	if has(doing, c[0]) && !stays[string(c[:2])] {
		return true
	}
	late := false // the verb comes later
	for _, w := range leading {
		late = late || strings.HasPrefix(whole, w)
	}
	for i := 1; i+2 <= len(c); i++ {
		if !isVerb(c[i:i+2]) || c[i-1] == '的' || i+2 < len(c) && c[i+2] == '的' {
			continue
		}
		rest := string(c[i+2:])
		if late && i >= 2 || has(linking, c[i-1]) || !naming[rest] && ends(string(c[:i]), bodies) || strong[string(c[i:i+2])] && rest != "" && !naming[rest] {
			return true
		}
	}
	return false
}

// names reports whether a clause ends as what names a thing or a state does,
// and nothing in it could be a verb with its object.
func names(c []rune) bool {
	whole := string(c)
	if strings.Contains(whole, "须") || strings.ContainsAny(notTowards.Replace(whole), "向由") {
		return false
	}
	for i := 1; i+2 < len(c); i++ {
		if isVerb(c[i:i+2]) && c[i-1] != '的' && c[i+2] != '的' && !naming[string(c[i+2:])] {
			return false
		}
	}
	for _, n := range []int{3, 2} {
		if len(c) >= n && naming[string(c[len(c)-n:])] {
			return true
		}
	}
	return false
}

// isVerb reports whether two characters are a verb by which somebody acts.
func isVerb(two []rune) bool {
	w := string(two)
	return strong[w] || zhVerbs()[w] && !bearing[w]
}

func has(set []rune, r rune) bool {
	for _, s := range set {
		if s == r {
			return true
		}
	}
	return false
}

func ends(s string, with []string) bool {
	for _, w := range with {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}
