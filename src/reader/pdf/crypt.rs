//! The standard security handler (ISO 32000-2, 7.6.4), for files that anybody may read: their user
//! password is empty, and they are encrypted so that printing or copying can be forbidden.

use super::object::{Dictionary, Object};
use aes::cipher::{BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};
use aes::{Aes128, Aes256, Block};
use md5::{Digest, Md5};
use sha2::{Sha256, Sha384, Sha512};

/// What a password is filled up with; the empty one consists of nothing else.
const PADDING: [u8; 32] = [
    0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
    0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
];

/// How streams and strings are encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Method {
    None,
    Rc4,
    /// AES with a key for each object.
    Aes128,
    /// AES with the key of the file.
    Aes256,
}

/// What opens a file.
pub(super) struct Cipher {
    key: Vec<u8>,
    streams: Method,
    strings: Method,
}

impl Cipher {
    /// The cipher that the entries of `/Encrypt` and the first part of the file's `/ID` describe;
    /// `None` if it takes a password or is of another kind.
    pub(super) fn new(encrypt: &Dictionary, id: &[u8]) -> Option<Self> {
        if encrypt.get("Filter").name() != b"Standard" {
            return None;
        }
        let version = encrypt.get("V").integer().unwrap_or(0);
        let key = if version >= 5 { new_key(encrypt)? } else { old_key(encrypt, id)? };
        let method = |name: &str| match version {
            1 | 2 => Some(Method::Rc4),
            4 | 5 => named_method(encrypt, encrypt.get(name).name()),
            _ => None,
        };
        Some(Self { key, streams: method("StmF")?, strings: method("StrF")? })
    }

    /// The bytes of the stream of the object `id`.
    pub(super) fn stream(&self, id: (u32, u16), bytes: &[u8]) -> Vec<u8> {
        self.decrypt(self.streams, id, bytes)
    }

    /// Decrypts all strings in the object `id`.
    pub(super) fn strings(&self, id: (u32, u16), object: &mut Object) {
        match object {
            Object::Text(text) => *text = self.decrypt(self.strings, id, text),
            Object::Array(array) => array.iter_mut().for_each(|each| self.strings(id, each)),
            Object::Dictionary(entries) => self.strings_of(id, entries),
            Object::Stream(stream) => self.strings_of(id, &mut stream.entries),
            _ => {}
        }
    }

    fn strings_of(&self, id: (u32, u16), entries: &mut Dictionary) {
        entries.0.values_mut().for_each(|each| self.strings(id, each));
    }

    fn decrypt(&self, method: Method, id: (u32, u16), bytes: &[u8]) -> Vec<u8> {
        let own = |salt: &[u8]| {
            let number = id.0.to_le_bytes();
            let parts = [&self.key, &number[..3], &id.1.to_le_bytes(), salt].concat();
            let length = (self.key.len() + 5).min(16);
            Md5::digest(parts)[..length].to_vec()
        };
        match method {
            Method::None => bytes.to_vec(),
            Method::Rc4 => rc4(&own(b""), bytes),
            Method::Aes128 => aes_text(&own(b"sAlT"), bytes),
            Method::Aes256 => aes_text(&self.key, bytes),
        }
    }
}

/// The method of a crypt filter.
fn named_method(encrypt: &Dictionary, name: &[u8]) -> Option<Method> {
    if name.is_empty() || name == b"Identity" {
        return Some(Method::None);
    }
    let filter = encrypt.get("CF").entries().0.get(name)?;
    match filter.entries().get("CFM").name() {
        b"V2" => Some(Method::Rc4),
        b"AESV2" => Some(Method::Aes128),
        b"AESV3" => Some(Method::Aes256),
        b"None" => Some(Method::None),
        _ => None,
    }
}

/// The key up to version 4 (algorithm 2), if the empty password is right (algorithms 4 and 5).
fn old_key(encrypt: &Dictionary, id: &[u8]) -> Option<Vec<u8>> {
    let revision = encrypt.get("R").integer()?;
    // A number of 32 bits; its highest is set in most files, which some write without a sign.
    let permissions = encrypt.get("P").number()?;
    let permissions = (permissions as i64).to_le_bytes();
    let bits = encrypt.get("Length").unsigned().unwrap_or(40);
    // Some files give it in bytes.
    let bytes = if bits < 40 { bits } else { bits / 8 };
    let length = if revision == 2 { 5 } else { bytes.clamp(5, 16) as usize };
    let open_metadata = encrypt.get("EncryptMetadata") == &Object::Boolean(false);
    let mark: &[u8] = if revision >= 4 && open_metadata { &[0xFF; 4] } else { &[] };
    let owner = encrypt.get("O").text().get(..32)?;
    let parts = [&PADDING, owner, &permissions[..4], id, mark].concat();
    let mut key = Md5::digest(parts).to_vec();
    key.truncate(length);
    if revision >= 3 {
        for _ in 0..50 {
            key = Md5::digest(&key)[..length].to_vec();
        }
    }
    let expected = if revision == 2 {
        rc4(&key, &PADDING)
    } else {
        let start = Md5::digest([&PADDING, id].concat()).to_vec();
        (0..20).fold(start, |text, round| {
            let round_key: Vec<u8> = key.iter().map(|byte| byte ^ round).collect();
            rc4(&round_key, &text)
        })
    };
    encrypt.get("U").text().starts_with(&expected).then_some(key)
}

/// The key of version 5 (algorithm 2.A), if the empty password is right.
fn new_key(encrypt: &Dictionary) -> Option<Vec<u8>> {
    let hash = match encrypt.get("R").integer()? {
        5 => |salt: &[u8]| Sha256::digest(salt).to_vec(),
        6 => hardened_hash,
        _ => return None,
    };
    let user = encrypt.get("U").text();
    let (check, salt, key_salt) = (user.get(..32)?, user.get(32..40)?, user.get(40..48)?);
    if hash(salt) != check {
        return None;
    }
    let wrapped = encrypt.get("UE").text().get(..32)?;
    let cipher = Aes256::new_from_slice(&hash(key_salt)).ok()?;
    Some(cbc_decrypted(&cipher, &[0; 16], wrapped))
}

/// Algorithm 2.B for the empty password.
fn hardened_hash(salt: &[u8]) -> Vec<u8> {
    let mut hash = Sha256::digest(salt).to_vec();
    for round in 1_u32.. {
        let text = hash.repeat(64);
        let Ok(cipher) = Aes128::new_from_slice(&hash[..16]) else { break };
        let encrypted = cbc_encrypted(&cipher, &hash[16..32], &text);
        let sum: u32 = encrypted[..16].iter().map(|&byte| u32::from(byte)).sum();
        hash = match sum % 3 {
            0 => Sha256::digest(&encrypted).to_vec(),
            1 => Sha384::digest(&encrypted).to_vec(),
            _ => Sha512::digest(&encrypted).to_vec(),
        };
        let last = encrypted.last().map_or(0, |&last| u32::from(last));
        if round >= 64 && last + 32 <= round {
            break;
        }
    }
    hash.truncate(32);
    hash
}

/// Decrypts what begins with its initial vector and ends with its padding.
fn aes_text(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let Some((start, text)) = bytes.split_at_checked(16) else { return Vec::new() };
    let mut out = match key.len() {
        16 => Aes128::new_from_slice(key).map(|cipher| cbc_decrypted(&cipher, start, text)),
        _ => Aes256::new_from_slice(key).map(|cipher| cbc_decrypted(&cipher, start, text)),
    }
    .unwrap_or_default();
    let padding = out.last().map_or(0, |&last| usize::from(last));
    if (1..=16).contains(&padding) {
        out.truncate(out.len() - padding.min(out.len()));
    }
    out
}

fn block(bytes: &[u8]) -> Block {
    let mut block = Block::default();
    block.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
    block
}

fn cbc_decrypted(
    cipher: &impl BlockCipherDecrypt<BlockSize = aes::cipher::consts::U16>,
    start: &[u8],
    text: &[u8],
) -> Vec<u8> {
    let (mut out, mut before) = (Vec::with_capacity(text.len()), start);
    for bytes in text.chunks_exact(16) {
        let mut block = block(bytes);
        cipher.decrypt_block(&mut block);
        out.extend(block.iter().zip(before).map(|(own, before)| own ^ before));
        before = bytes;
    }
    out
}

fn cbc_encrypted(
    cipher: &impl BlockCipherEncrypt<BlockSize = aes::cipher::consts::U16>,
    start: &[u8],
    text: &[u8],
) -> Vec<u8> {
    let (mut out, mut before) = (Vec::with_capacity(text.len()), block(start));
    for bytes in text.chunks_exact(16) {
        before.iter_mut().zip(bytes).for_each(|(own, byte)| *own ^= byte);
        cipher.encrypt_block(&mut before);
        out.extend(before.iter());
    }
    out
}

fn rc4(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut state: Vec<u8> = (0..=255).collect();
    let mut other = 0_u8;
    for at in 0..=255_u8 {
        let own = state[usize::from(at)];
        other = other.wrapping_add(own).wrapping_add(key[usize::from(at) % key.len()]);
        state.swap(usize::from(at), usize::from(other));
    }
    let (mut at, mut other) = (0_u8, 0_u8);
    let next = |&byte: &u8| {
        at = at.wrapping_add(1);
        let own = state[usize::from(at)];
        other = other.wrapping_add(own);
        state.swap(usize::from(at), usize::from(other));
        byte ^ state[usize::from(own.wrapping_add(state[usize::from(at)]))]
    };
    bytes.iter().map(next).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rc4_is_the_known_cipher() {
        assert_eq!(rc4(b"Key", b"Plaintext"), b"\xBB\xF3\x16\xE8\xD9\x40\xAF\x0A\xD3");
    }

    #[test]
    fn blocks_are_chained() {
        let cipher = Aes128::new_from_slice(&[7; 16]).unwrap();
        let text = b"0123456789abcdefFEDCBA9876543210";
        let encrypted = cbc_encrypted(&cipher, &[1; 16], text);
        assert_eq!(cbc_decrypted(&cipher, &[1; 16], &encrypted), text);
        let padded = [&text[..20], &[12; 12]].concat();
        let stored = [vec![1; 16], cbc_encrypted(&cipher, &[1; 16], &padded)].concat();
        assert_eq!(aes_text(&[7; 16], &stored), &text[..20]);
        assert_eq!(aes_text(&[7; 16], b"short"), b"");
    }
}
