//! The filters through which the bytes of a stream are stored (ISO 32000-1, 7.4).
//!
//! A stream that is broken in the middle gives what stands before: half a page is better than none.

use super::object::Dictionary;
use flate2::read::{DeflateDecoder, ZlibDecoder};
use std::io::Read;

/// Why a stream has no bytes to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It holds a picture, or a filter that no text is stored with.
    NotText,
    /// It is larger than allowed.
    TooLarge,
}

type Decode = fn(&[u8], &Dictionary, usize) -> Vec<u8>;

/// The filters of text by their names, in full and as they are shortened in pictures.
const FILTERS: &[(&str, &str, Decode)] = &[
    ("FlateDecode", "Fl", flate),
    ("LZWDecode", "LZW", lzw),
    ("ASCII85Decode", "A85", ascii_85),
    ("ASCIIHexDecode", "AHx", ascii_hexadecimal),
    ("RunLengthDecode", "RL", run_length),
];

/// The bytes that `stored` stands for, of which there may be at most `most`.
///
/// # Errors
/// If the filter is not one of text, or there are more.
pub(super) fn decode(
    stored: &[u8],
    name: &[u8],
    parameters: &Dictionary,
    most: usize,
) -> Result<Vec<u8>, Fault> {
    let is = |row: &&(&str, &str, Decode)| row.0.as_bytes() == name || row.1.as_bytes() == name;
    let &(.., decode) = FILTERS.iter().find(is).ok_or(Fault::NotText)?;
    let bytes = decode(stored, parameters, most);
    if bytes.len() > most { Err(Fault::TooLarge) } else { Ok(bytes) }
}

fn flate(stored: &[u8], parameters: &Dictionary, most: usize) -> Vec<u8> {
    let limit = most as u64 + 1;
    let mut bytes = Vec::new();
    // An error comes after what could be inflated; the checksum at the end is wrong in many files.
    let whole = ZlibDecoder::new(stored).take(limit).read_to_end(&mut bytes);
    if whole.is_err() && bytes.is_empty() {
        let body = stored.get(2..).unwrap_or_default();
        let raw = DeflateDecoder::new(body).take(limit).read_to_end(&mut bytes);
        if raw.is_err() && bytes.is_empty() {
            return bytes;
        }
    }
    unpredicted(bytes, parameters)
}

/// The widest code of LZW, in bits.
const WIDEST_CODE: u32 = 12;

fn lzw(stored: &[u8], parameters: &Dictionary, most: usize) -> Vec<u8> {
    const CLEAR: usize = 256;
    const END: usize = 257;
    // Codes grow one step early unless the parameters say otherwise.
    let early = usize::from(parameters.get("EarlyChange").integer() != Some(0));
    // Each entry is a place in what was written: its bytes stood there before.
    let mut table: Vec<(usize, usize)> = Vec::new();
    let mut previous: Option<(usize, usize)> = None;
    let (mut out, mut bits, mut count, mut width) = (Vec::<u8>::new(), 0_u32, 0_u32, 9_u32);
    for &byte in stored {
        bits = bits << 8 | u32::from(byte);
        count += 8;
        if count < width {
            continue;
        }
        count -= width;
        let code = (bits >> count) as usize & ((1 << width) - 1);
        bits &= (1 << count) - 1;
        match code {
            CLEAR => {
                table.clear();
                (previous, width) = (None, 9);
                continue;
            }
            END => break,
            _ => {}
        }
        let start = out.len();
        if code < CLEAR {
            out.push(code as u8);
        } else if let Some(&(from, len)) = table.get(code - END - 1) {
            (from..from + len).for_each(|at| out.push(out[at]));
        } else if let (Some((from, len)), true) = (previous, code == table.len() + END + 1) {
            (from..from + len).for_each(|at| out.push(out[at]));
            out.push(out[from]);
        } else {
            break;
        }
        // The entry is the text before and the first byte of this one, which follows it.
        if let Some((from, len)) = previous
            && table.len() + END < 1 << WIDEST_CODE
        {
            table.push((from, len + 1));
        }
        previous = Some((start, out.len() - start));
        while width < WIDEST_CODE && table.len() + END + 1 + early >= 1 << width {
            width += 1;
        }
        if out.len() > most {
            return out;
        }
    }
    unpredicted(out, parameters)
}

fn ascii_85(stored: &[u8], _: &Dictionary, most: usize) -> Vec<u8> {
    let (mut out, mut group, mut count) = (Vec::new(), 0_u32, 0);
    for &byte in stored {
        match byte {
            b'z' if count == 0 => out.extend([0; 4]),
            b'!'..=b'u' => {
                group = group.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                count += 1;
                if count == 5 {
                    out.extend(group.to_be_bytes());
                    (group, count) = (0, 0);
                }
            }
            b'~' => break,
            _ => {}
        }
        if out.len() > most {
            return out;
        }
    }
    if count > 1 {
        (count..5).for_each(|_| group = group.wrapping_mul(85).wrapping_add(84));
        out.extend(&group.to_be_bytes()[..count - 1]);
    }
    out
}

fn ascii_hexadecimal(stored: &[u8], _: &Dictionary, _: usize) -> Vec<u8> {
    let body = stored.split(|&byte| byte == b'>').next().unwrap_or_default();
    let digits: Vec<u8> =
        body.iter().filter_map(|&byte| (byte as char).to_digit(16)).map(|d| d as u8).collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0)).collect()
}

fn run_length(stored: &[u8], _: &Dictionary, most: usize) -> Vec<u8> {
    let (mut out, mut rest) = (Vec::new(), stored);
    while let Some((&length, tail)) = rest.split_first() {
        let used = match length {
            128 => break,
            0..128 => {
                let used = tail.len().min(usize::from(length) + 1);
                out.extend(&tail[..used]);
                used
            }
            129.. => {
                let Some(&byte) = tail.first() else { break };
                out.resize(out.len() + 257 - usize::from(length), byte);
                1
            }
        };
        if out.len() > most {
            break;
        }
        rest = &tail[used..];
    }
    out
}

/// The bytes of which `bytes` are differences, if the parameters say so: those of a cross-reference
/// stream and of some object streams are stored row by row, each as what differs from the one above.
fn unpredicted(bytes: Vec<u8>, parameters: &Dictionary) -> Vec<u8> {
    let number = |name: &str, usual: usize| {
        let number = parameters.get(name).integer().and_then(|n| usize::try_from(n).ok());
        number.unwrap_or(usual).clamp(1, 1 << 16)
    };
    let predictor = number("Predictor", 1);
    let (colors, bits) = (number("Colors", 1), number("BitsPerComponent", 8));
    if !(10..=15).contains(&predictor) {
        return bytes;
    }
    let row = (number("Columns", 1) * colors.min(32) * bits.min(16)).div_ceil(8);
    let step = (colors.min(32) * bits.min(16)).div_ceil(8);
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut above = vec![0_u8; row];
    for line in bytes.chunks(row + 1) {
        let mut own = line[1..].to_vec();
        own.resize(row, 0);
        for at in 0..row {
            let left = if at >= step { own[at - step] } else { 0 };
            let corner = if at >= step { above[at - step] } else { 0 };
            let predicted = match line[0] {
                1 => left,
                2 => above[at],
                3 => u16::midpoint(u16::from(left), u16::from(above[at])) as u8,
                4 => paeth(left, above[at], corner),
                _ => 0,
            };
            own[at] = own[at].wrapping_add(predicted);
        }
        out.extend(&own[..line.len() - 1]);
        above = own;
    }
    out
}

/// The neighbour that is nearest to left + above − corner (PNG, filter type 4).
fn paeth(left: u8, above: u8, corner: u8) -> u8 {
    let estimate = i16::from(left) + i16::from(above) - i16::from(corner);
    let distance = |neighbour: u8| (estimate - i16::from(neighbour)).abs();
    let nearest = if distance(left) <= distance(above) { left } else { above };
    if distance(nearest) <= distance(corner) { nearest } else { corner }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::pdf::lexer::Lexer;
    use crate::reader::pdf::object::Object;

    #[track_caller]
    fn check(name: &str, parameters: &str, stored: &[u8], expected: &[u8]) {
        let parameters = Lexer::new(parameters.as_bytes(), 0).object().unwrap_or(Object::Null);
        let decoded = decode(stored, name.as_bytes(), parameters.entries(), 1000);
        assert_eq!(decoded.as_deref(), Ok(expected), "{name}");
    }

    #[test]
    fn each_filter_gives_what_was_stored() {
        check("ASCIIHexDecode", "", b"48 65 6C 6C 6F 7>", b"Hellop");
        check("A85", "", b"87cURD]i,\"Ebo80~>", b"Hello World!");
        check("RunLengthDecode", "", &[2, b'a', b'b', b'c', 254, b'x', 128, 9], b"abcxxx");
        // The example of the standard, 7.4.4.2.
        let stored = [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01];
        check("LZWDecode", "", &stored, &[45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
    }

    #[test]
    fn rows_are_differences_from_the_one_above() {
        let rows = [2, 1, 2, 3, 2, 1, 1, 1, 1, 5, 1, 1];
        let stored = flated(&rows);
        check("FlateDecode", "<</Predictor 12/Columns 3>>", &stored, &[1, 2, 3, 2, 3, 4, 5, 6, 7]);
        assert_eq!((paeth(9, 5, 4), paeth(1, 9, 5)), (9, 5));
    }

    fn flated(bytes: &[u8]) -> Vec<u8> {
        let mut stored = Vec::new();
        let level = flate2::Compression::default();
        flate2::read::ZlibEncoder::new(bytes, level).read_to_end(&mut stored).unwrap();
        stored
    }

    #[test]
    fn broken_bytes_give_what_stands_before() {
        let text: Vec<u8> = (0..500_u32).map(|n| (n * n % 251) as u8).collect();
        let stored = flated(&text);
        let half = decode(&stored[..stored.len() / 2], b"Fl", &Dictionary::default(), 1000);
        assert!(half.is_ok_and(|half| half.len() > 50 && text.starts_with(&half)));
        check("Fl", "", b"", b"");
        check("Fl", "", b"not deflated", b"");
    }

    #[test]
    fn too_much_is_refused() {
        let bomb = flated(&vec![0; 1 << 20]);
        let decode = |name: &str, stored: &[u8]| {
            decode(stored, name.as_bytes(), &Dictionary::default(), 1000)
        };
        assert_eq!(decode("Fl", &bomb), Err(Fault::TooLarge));
        assert_eq!(decode("RL", &[129, 0].repeat(100)), Err(Fault::TooLarge));
        assert_eq!(decode("A85", &[b'z'; 1000]), Err(Fault::TooLarge));
        assert_eq!(decode("DCTDecode", b""), Err(Fault::NotText));
    }
}
