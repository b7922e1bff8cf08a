package object

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
)

// A Lock encrypts a file with AES-256, revision 6 of the standard security
// handler (ISO 32000-2, 7.6.4): whoever has the password may do everything
// with the file, whoever has not can do nothing. Its keys are random, so a
// locked file is the one thing here that is never written twice the same.
type Lock struct {
	key          []byte // of the file
	block        cipher.Block
	u, o, ue, oe []byte
	perms        []byte
	name         []byte
}

// maxPassword is how many bytes of a password count (ISO 32000-2, 7.6.4.3.3).
const maxPassword = 127

// NewLock makes a lock that this password opens. The password is taken as
// UTF-8; it should be in normal form NFKC, as readers make theirs.
func NewLock(password string) (*Lock, error) {
	random := make([]byte, 32+4*8+4+16)
	if _, err := rand.Read(random); err != nil {
		return nil, err
	}
	take := func(n int) []byte {
		b := random[:n:n]
		random = random[n:]
		return b
	}
	secret := []byte(password)
	if len(secret) > maxPassword {
		secret = secret[:maxPassword]
	}
	l := &Lock{key: take(32)}
	var err error
	if l.block, err = aes.NewCipher(l.key); err != nil {
		return nil, err
	}
	entry := func(user []byte) (check, wrapped []byte, err error) {
		validation, keySalt := take(8), take(8)
		check = append(append(hash6(secret, validation, user), validation...), keySalt...)
		b, err := aes.NewCipher(hash6(secret, keySalt, user))
		if err != nil {
			return nil, nil, err
		}
		wrapped = make([]byte, 32)
		cipher.NewCBCEncrypter(b, make([]byte, aes.BlockSize)).CryptBlocks(wrapped, l.key)
		return check, wrapped, nil
	}
	if l.u, l.ue, err = entry(nil); err != nil {
		return nil, err
	}
	if l.o, l.oe, err = entry(l.u); err != nil {
		return nil, err
	}
	perms := binary.LittleEndian.AppendUint32(nil, everything&0xFFFFFFFF)
	perms = append(perms, 0xFF, 0xFF, 0xFF, 0xFF, 'T', 'a', 'd', 'b')
	perms = append(perms, take(4)...)
	l.perms = make([]byte, aes.BlockSize)
	l.block.Encrypt(l.perms, perms)
	l.name = take(16)
	return l, nil
}

// everything is the set of permissions that allows all; its two lowest bits
// are always 0 (ISO 32000-2, table 22).
const everything = -4

// id returns the identifier of the file.
func (l *Lock) id() String { return String(l.name) }

// dict returns the encryption dictionary.
func (l *Lock) dict() Dict {
	return Dict{
		"Filter": Name("Standard"), "V": 5, "R": 6, "Length": 256, "P": everything,
		"U": String(l.u), "O": String(l.o), "UE": String(l.ue), "OE": String(l.oe), "Perms": String(l.perms),
		"CF":   Dict{"StdCF": Dict{"AuthEvent": Name("DocOpen"), "CFM": Name("AESV3"), "Length": 32}},
		"StmF": Name("StdCF"), "StrF": Name("StdCF"), "EncryptMetadata": true,
	}
}

// encrypt returns the data of a stream encrypted, its initialisation vector in
// front. All strings stand in object streams, and so are encrypted with them.
func (l *Lock) encrypt(data []byte) ([]byte, error) {
	pad := aes.BlockSize - len(data)%aes.BlockSize
	out := make([]byte, aes.BlockSize+len(data)+pad)
	if _, err := rand.Read(out[:aes.BlockSize]); err != nil {
		return nil, err
	}
	body := out[aes.BlockSize:]
	copy(body, data)
	for i := len(data); i < len(body); i++ {
		body[i] = byte(pad)
	}
	cipher.NewCBCEncrypter(l.block, out[:aes.BlockSize]).CryptBlocks(body, body)
	return out, nil
}

// hash6 is the hash of revision 6 (ISO 32000-2, algorithm 2.B): at least 64
// rounds, so that trying passwords is slow.
func hash6(password, salt, user []byte) []byte {
	first := sha256.New()
	first.Write(password)
	first.Write(salt)
	first.Write(user)
	k := first.Sum(nil)
	var data []byte
	for round := 1; ; round++ {
		data = data[:0]
		for range 64 {
			data = append(data, password...)
			data = append(data, k...)
			data = append(data, user...)
		}
		b, err := aes.NewCipher(k[:16])
		if err != nil {
			panic(err) // of 16 bytes there is always one
		}
		cipher.NewCBCEncrypter(b, k[16:32]).CryptBlocks(data, data)
		sum := 0
		for _, c := range data[:16] { // 256 leaves 1 when divided by 3
			sum += int(c)
		}
		switch sum % 3 {
		case 0:
			h := sha256.Sum256(data)
			k = h[:]
		case 1:
			h := sha512.Sum384(data)
			k = h[:]
		default:
			h := sha512.Sum512(data)
			k = h[:]
		}
		if round >= 64 && int(data[len(data)-1]) <= round-32 {
			return k[:32]
		}
	}
}
