//! How automatic numbers are written: 一、二、三, ①②③, １２３.
//!
//! Word, `OpenDocument` and the old binary format name the same ways differently; each way is one row.

use std::fmt::Write;

/// A way to write numbers.
#[derive(Debug)]
pub(super) struct NumberFormat {
    /// Its name in Office Open XML (ECMA-376 Part 1, 17.18.59).
    name: &'static str,
    /// Its code in Word 97 files ([MS-OSHARED] 2.2.1.3 MSONFC).
    code: u8,
    /// The sample by which `OpenDocument` names it (`style:num-format`), "" where it has none.
    sample: &'static str,
    write: Writing,
    /// Numbers with what is written for them. Run as a test.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test of the table"))]
    examples: &'static [(u32, &'static str)],
}

/// The kinds of writing.
#[derive(Debug)]
enum Writing {
    /// Nothing at all.
    Nothing,
    /// Decimal digits from this character for 0 on, at least so many.
    Decimal(char, usize),
    /// One character each from this one for 1 on, up to this number; then decimal digits.
    Enclosed(char, u32),
    /// One of these characters each; then decimal digits.
    List(&'static str),
    /// Places of ten with these words; above 99 the digits in a row.
    Counting(&'static Words),
    /// Places of ten, a hundred, a thousand, ten thousand.
    Places(&'static Words),
    /// The digits in a row: 一〇.
    Digits(&'static Words),
    /// Roman numerals, as written by this function's case.
    Roman { lower: bool },
    /// A, B … Z, AA, BB.
    Letters { lower: bool },
    /// Hexadecimal digits.
    Hexadecimal,
    /// 1st, 2nd.
    Ordinal,
    /// Between two dashes: - 1 -.
    Dashes,
}

/// The words of a Chinese numeral system.
#[derive(Debug)]
struct Words {
    /// 0 to 9.
    digits: [char; 10],
    /// 10, 100, 1000, 10 000.
    places: [char; 4],
    /// Whether 10 is written 一十 rather than 十.
    says_one_ten: bool,
}

const CHINESE: Words = Words {
    digits: ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
    places: ['十', '百', '千', '万'],
    says_one_ten: false,
};

const CHINESE_ZERO: Words = Words {
    digits: ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
    ..CHINESE
};

const LEGAL_SIMPLIFIED: Words = Words {
    digits: ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'],
    places: ['拾', '佰', '仟', '萬'],
    says_one_ten: true,
};

const LEGAL_TRADITIONAL: Words = Words {
    digits: ['零', '壹', '貳', '參', '肆', '伍', '陸', '柒', '捌', '玖'],
    places: ['拾', '佰', '仟', '萬'],
    says_one_ten: true,
};

const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";

#[rustfmt::skip]
const FORMATS: &[NumberFormat] = &[
    NumberFormat { name: "decimal", code: 0, sample: "1", write: Writing::Decimal('0', 1), examples: &[(0, "0"), (12, "12")] },
    NumberFormat { name: "upperRoman", code: 1, sample: "I", write: Writing::Roman { lower: false }, examples: &[(4, "IV"), (1999, "MCMXCIX")] },
    NumberFormat { name: "lowerRoman", code: 2, sample: "i", write: Writing::Roman { lower: true }, examples: &[(9, "ix")] },
    NumberFormat { name: "upperLetter", code: 3, sample: "A", write: Writing::Letters { lower: false }, examples: &[(1, "A"), (28, "BB")] },
    NumberFormat { name: "lowerLetter", code: 4, sample: "a", write: Writing::Letters { lower: true }, examples: &[(26, "z")] },
    NumberFormat { name: "ordinal", code: 5, sample: "1st", write: Writing::Ordinal, examples: &[(0, "0th"), (1, "1st"), (12, "12th"), (23, "23rd")] },
    NumberFormat { name: "hex", code: 8, sample: "", write: Writing::Hexadecimal, examples: &[(255, "FF")] },
    NumberFormat { name: "chicago", code: 9, sample: "", write: Writing::List("*†‡§"), examples: &[(2, "†")] },
    NumberFormat { name: "ideographDigital", code: 10, sample: "", write: Writing::Digits(&CHINESE), examples: &[(3, "三"), (10, "一〇"), (23, "二三")] },
    NumberFormat { name: "japaneseCounting", code: 11, sample: "一, 二, 三, ...", write: Writing::Places(&CHINESE), examples: &[(11, "十一")] },
    NumberFormat { name: "decimalFullWidth", code: 14, sample: "１, ２, ３, ...", write: Writing::Decimal('０', 1), examples: &[(12, "１２")] },
    NumberFormat { name: "decimalHalfWidth", code: 15, sample: "", write: Writing::Decimal('0', 1), examples: &[(3, "3")] },
    NumberFormat { name: "japaneseLegal", code: 16, sample: "", write: Writing::Places(&LEGAL_TRADITIONAL), examples: &[(3, "參")] },
    NumberFormat { name: "japaneseDigitalTenThousand", code: 17, sample: "", write: Writing::Digits(&CHINESE), examples: &[(12, "一二")] },
    NumberFormat { name: "decimalEnclosedCircle", code: 18, sample: "①, ②, ③, ...", write: Writing::Enclosed('①', 20), examples: &[(1, "①"), (20, "⑳"), (21, "21")] },
    NumberFormat { name: "decimalFullWidth2", code: 19, sample: "", write: Writing::Decimal('０', 1), examples: &[(7, "７")] },
    NumberFormat { name: "decimalZero", code: 22, sample: "", write: Writing::Decimal('0', 2), examples: &[(7, "07"), (12, "12")] },
    NumberFormat { name: "decimalEnclosedFullstop", code: 26, sample: "", write: Writing::Enclosed('⒈', 20), examples: &[(2, "⒉")] },
    NumberFormat { name: "decimalEnclosedParen", code: 27, sample: "", write: Writing::Enclosed('⑴', 20), examples: &[(3, "⑶")] },
    NumberFormat { name: "decimalEnclosedCircleChinese", code: 28, sample: "", write: Writing::Enclosed('①', 20), examples: &[(10, "⑩")] },
    NumberFormat { name: "ideographEnclosedCircle", code: 29, sample: "", write: Writing::Enclosed('㊀', 10), examples: &[(2, "㊁")] },
    NumberFormat { name: "ideographTraditional", code: 30, sample: "甲, 乙, 丙, ...", write: Writing::List(STEMS), examples: &[(1, "甲"), (11, "11")] },
    NumberFormat { name: "ideographZodiac", code: 31, sample: "子, 丑, 寅, ...", write: Writing::List(BRANCHES), examples: &[(12, "亥")] },
    NumberFormat { name: "taiwaneseCounting", code: 33, sample: "", write: Writing::Counting(&CHINESE), examples: &[(20, "二十")] },
    NumberFormat { name: "ideographLegalTraditional", code: 34, sample: "壹, 貳, 參, ...", write: Writing::Places(&LEGAL_TRADITIONAL), examples: &[(2, "貳"), (12, "壹拾貳")] },
    NumberFormat { name: "taiwaneseCountingThousand", code: 35, sample: "", write: Writing::Places(&CHINESE_ZERO), examples: &[(105, "一百零五")] },
    NumberFormat { name: "taiwaneseDigital", code: 36, sample: "", write: Writing::Digits(&CHINESE), examples: &[(10, "一〇")] },
    NumberFormat { name: "chineseCounting", code: 37, sample: "", write: Writing::Counting(&CHINESE), examples: &[(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "一〇〇")] },
    NumberFormat { name: "chineseLegalSimplified", code: 38, sample: "壹, 贰, 叁, ...", write: Writing::Places(&LEGAL_SIMPLIFIED), examples: &[(3, "叁"), (10, "壹拾"), (21, "贰拾壹")] },
    NumberFormat { name: "chineseCountingThousand", code: 39, sample: "", write: Writing::Places(&CHINESE_ZERO), examples: &[(10, "十"), (101, "一百零一"), (110, "一百一十"), (1010, "一千零一十"), (10_001, "一万零一"), (120_000, "十二万")] },
    NumberFormat { name: "numberInDash", code: 57, sample: "", write: Writing::Dashes, examples: &[(1, "- 1 -")] },
    NumberFormat { name: "none", code: 255, sample: "", write: Writing::Nothing, examples: &[(1, "")] },
];

/// The format with this name in Office Open XML; decimal for one that is not in the table, which is
/// a script no Chinese report numbers with.
pub(super) fn by_name(name: &str) -> &'static NumberFormat {
    FORMATS.iter().find(|format| format.name == name).unwrap_or(&FORMATS[0])
}

/// The format with this code in Word 97 files.
pub(super) fn by_code(code: u8) -> &'static NumberFormat {
    FORMATS.iter().find(|format| format.code == code).unwrap_or(&FORMATS[0])
}

/// The format with this sample in `OpenDocument`; nothing for the empty one.
pub(super) fn by_sample(sample: &str) -> &'static NumberFormat {
    if sample.is_empty() {
        return by_name("none");
    }
    FORMATS.iter().find(|format| format.sample == sample).unwrap_or(&FORMATS[0])
}

impl NumberFormat {
    /// `number` written in this way.
    pub(super) fn write(&self, number: u32) -> String {
        match self.write {
            Writing::Nothing => String::new(),
            Writing::Decimal(zero, width) => decimal(number, zero, width),
            Writing::Enclosed(first, last) if (1..=last).contains(&number) => {
                char::from_u32(first as u32 + number - 1).map(String::from).unwrap_or_default()
            }
            Writing::List(list) => {
                let place = (number as usize).checked_sub(1);
                let found = place.and_then(|place| list.chars().nth(place));
                found.map_or_else(|| number.to_string(), String::from)
            }
            Writing::Counting(words) if number < 100 => places(number, words),
            Writing::Places(words) if number < 100_000_000 => places(number, words),
            Writing::Counting(words) | Writing::Places(words) | Writing::Digits(words) => {
                let digits = number.to_string().into_bytes();
                digits.into_iter().map(|digit| words.digits[usize::from(digit - b'0')]).collect()
            }
            Writing::Roman { lower } => cased(roman(number), lower),
            Writing::Letters { lower } => cased(letters(number), lower),
            Writing::Hexadecimal => format!("{number:X}"),
            Writing::Ordinal => format!("{number}{}", ordinal_ending(number)),
            Writing::Dashes => format!("- {number} -"),
            Writing::Enclosed(..) => number.to_string(),
        }
    }
}

/// A number and what separates it from the text. After a mark as wide as a character Word's tab is
/// hardly seen, and whoever types the number types none: 一、工作. After `1.` it keeps the number
/// apart from a year: `1. 2022年`.
pub(super) fn separated(number: String, separator: &str) -> String {
    let wide = number.ends_with(|c: char| c >= '①');
    if wide { number } else { number + separator }
}

/// The sign of a list without numbers. The usual ones are characters of a symbol font, which mean
/// something else, or nothing, in any other font.
pub(super) fn bullet(text: &str) -> &str {
    let is_symbol = |c: char| matches!(c, '\u{E000}'..='\u{F8FF}') || c.is_control();
    match text.trim() {
        "" => "•",
        text if text.contains(is_symbol) => "•",
        text => text,
    }
}

/// Decimal digits that begin at `zero`, with zeros before them up to `width`.
fn decimal(number: u32, zero: char, width: usize) -> String {
    let digits = format!("{number:0width$}").into_bytes();
    let digit = |digit: u8| char::from_u32(zero as u32 + u32::from(digit - b'0'));
    digits.into_iter().filter_map(digit).collect()
}

/// 一百零五: places of ten, with one 零 for those that are skipped.
fn places(number: u32, words: &Words) -> String {
    let mut text = String::new();
    if number >= 10_000 {
        text = places(number / 10_000, words);
        text.push(words.places[3]);
        if number.is_multiple_of(10_000) {
            return text;
        }
    }
    let mut skipped = number >= 10_000 && number % 10_000 < 1000;
    let low = number % 10_000;
    for (power, place) in [(1000, 2), (100, 1), (10, 0), (1, usize::MAX)] {
        let digit = low / power % 10;
        if digit == 0 {
            skipped |= !text.is_empty();
            continue;
        }
        if std::mem::take(&mut skipped) && !text.is_empty() {
            text.push(words.digits[0]);
        }
        if digit > 1 || place != 0 || !text.is_empty() || words.says_one_ten {
            text.push(words.digits[digit as usize]);
        }
        text.extend(words.places.get(place));
    }
    if text.is_empty() { words.digits[0].to_string() } else { text }
}

/// Roman numerals; decimal digits above 3999, where they have no letter.
fn roman(mut number: u32) -> String {
    const PARTS: &[(u32, &str)] = &[
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 3999 {
        return number.to_string();
    }
    let mut text = String::new();
    for (value, letters) in PARTS {
        while number >= *value {
            text.push_str(letters);
            number -= value;
        }
    }
    text
}

/// A … Z, AA … ZZ, as Word goes on.
fn letters(number: u32) -> String {
    let Some(place) = number.checked_sub(1) else { return String::new() };
    let mut text = String::new();
    let letter = char::from(b'A' + (place % 26) as u8);
    // Word stops at 780; a number from a hostile file must not fill the memory.
    for _ in 0..=(place / 26).min(29) {
        let _ = text.write_char(letter);
    }
    text
}

fn ordinal_ending(number: u32) -> &'static str {
    match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

fn cased(text: String, lower: bool) -> String {
    if lower { text.to_ascii_lowercase() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_writes_its_examples() {
        for format in FORMATS {
            for &(number, expected) in format.examples {
                assert_eq!(format.write(number), expected, "{} {number}", format.name);
            }
        }
    }

    #[test]
    fn names_codes_and_samples_stand_once() {
        for format in FORMATS {
            assert_eq!(by_name(format.name).name, format.name);
            assert_eq!(by_code(format.code).name, format.name);
            assert!(format.sample.is_empty() || by_sample(format.sample).name == format.name);
        }
    }

    #[test]
    fn any_number_is_written() {
        for format in FORMATS {
            for number in [0, 1, 9999, 10_000, 100_000_000, u32::MAX] {
                assert!(format.write(number).chars().count() < 40);
            }
        }
    }
}
