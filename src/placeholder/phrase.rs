//! Blanks made of words or brackets: instructions, template variables, empty brackets, 某.

use super::PlaceholderType::{self, Instruction, Number, Ordinal, Organization, Person};
use super::convention::Hit;
use super::lexicon::{
    BEFORE_SUSPECT, CONTENT_PROMPTS, DOUBTFUL_SURNAMES, INSTRUCTION_OPENINGS, INSTRUCTION_VERBS,
    PENDING, SOME_EXCEPTIONS, SOME_NOUNS, SURNAMES, TEMPLATE_FIELDS,
};
use super::{meaning, measure};
use crate::text::scanner::{after, before, is_blank, is_han};

/// The longest text in the brackets of a blank, in characters.
const LONGEST_INNER: usize = 40;

/// The closing bracket of `open`.
fn closing(open: char) -> Option<char> {
    match open {
        '（' => Some('）'),
        '(' => Some(')'),
        '【' => Some('】'),
        '[' => Some(']'),
        '［' => Some('］'),
        '{' => Some('}'),
        '｛' => Some('｝'),
        '＜' => Some('＞'),
        '〔' => Some('〕'),
        '《' => Some('》'),
        '<' => Some('>'),
        _ => None,
    }
}

/// What stands in the bracket at byte `at`, and where the bracket ends. Longer text and a second
/// bracket inside are no blank.
fn bracket(text: &str, at: usize) -> Option<(&str, usize)> {
    let open = after(text, at)?;
    let close = closing(open)?;
    let from = at + open.len_utf8();
    let inner = text[from..]
        .char_indices()
        .take(LONGEST_INNER + 1)
        .take_while(|&(_, c)| c != open && c != '\n');
    let (len, _) = inner.into_iter().find(|&(_, c)| c == close)?;
    Some((&text[from..from + len], from + len + close.len_utf8()))
}

/// P14: `{{unit_name}}`, `${num}`, <单位名称>, 【单位】.
pub(super) fn template_variable(text: &str, at: usize) -> Option<Hit> {
    let right = &text[at..];
    let variable = [("{{", "}}"), ("${", "}")].iter().find_map(|(open, close)| {
        let inner = right.strip_prefix(open)?;
        let window =
            inner.char_indices().nth(LONGEST_INNER).map_or(inner, |(end, _)| &inner[..end]);
        window.find(close).filter(|len| *len > 0).map(|len| open.len() + len + close.len())
    });
    if let Some(len) = variable {
        return Some(Hit::open(at, at + len).of_kind(Instruction));
    }
    let (inner, end) = bracket(text, at)?;
    let name = inner.trim_matches(is_blank);
    let field = TEMPLATE_FIELDS.contains(&name);
    // 【时间】3月5日 at the start of a line is the heading of a form, [单位](url) is a link.
    let heading = text[..at].trim_end_matches(is_blank).is_empty()
        && after(text, end).is_none_or(|c| !is_han(c));
    let link = text[end..].starts_with('(');
    (field && !heading && !link).then(|| Hit::open(at, end).of_kind(in_place_of(&text[end..])))
}

/// What a word in brackets stands for: before a unit it is the figure itself, 需资金【待核实】万元.
fn in_place_of(right: &str) -> PlaceholderType {
    if measure::read(right).is_some() { Number } else { Instruction }
}

/// P16: the prompts of Word.
pub(super) fn content_control(text: &str, at: usize) -> Option<Hit> {
    let right = &text[at..];
    let known =
        CONTENT_PROMPTS.iter().filter(|prompt| right.starts_with(**prompt)).map(|p| p.len()).max();
    let typed =
        || right.starts_with("[键入").then(|| bracket(text, at)).flatten().map(|(_, end)| end - at);
    let len = known.or_else(typed)?;
    Some(Hit::open(at, at + len).of_kind(Instruction))
}

/// P15: （此处填写…）, 【待补充】, TBD; （略） is left out on purpose.
pub(super) fn instruction(text: &str, at: usize) -> Option<Hit> {
    match after(text, at)? {
        '待' => bare_pending(text, at),
        'T' => bare_word(text, at),
        _ => {
            let (inner, end) = bracket(text, at)?;
            let inner = inner.trim_matches(is_blank);
            let hit = Hit::open(at, end);
            match inner {
                "略" => Some(hit.of_kind(Instruction).deliberate()),
                _ if instructs(inner) => Some(hit.of_kind(in_place_of(&text[end..]))),
                _ => None,
            }
        }
    }
}

/// Whether the text in brackets tells the writer what to do.
fn instructs(inner: &str) -> bool {
    let rest = INSTRUCTION_OPENINGS
        .iter()
        .find_map(|opening| inner.strip_prefix(opening))
        .unwrap_or(inner);
    let verb = INSTRUCTION_VERBS.iter().find_map(|verb| rest.strip_prefix(verb));
    // （填写后上交） and （补充协议） are no instructions to fill the place.
    let told = verb.is_some_and(|rest| {
        rest.len() < inner.len() && !rest.starts_with(['了', '的', '后', '协'])
    });
    let alone = rest == inner && verb.is_some_and(str::is_empty);
    let pending = inner.trim_end_matches(['。', '！']);
    // （此处由各村补充）
    let here = ["此处", "这里"].iter().any(|place| inner.starts_with(place));
    let asked = here && INSTRUCTION_VERBS.iter().any(|verb| pending.ends_with(verb));
    alone
        || asked
        || (told && (rest != inner || is_written(inner)))
        || PENDING.contains(&pending)
        || matches!(inner, "TBD" | "TODO" | "此处略")
}

/// Whether `inner` names what is to be written: （填写单位名称）.
fn is_written(inner: &str) -> bool {
    [
        "名称", "姓名", "数据", "数字", "金额", "日期", "时间", "内容", "情况", "单位", "地点",
        "数量", "职务", "文号",
    ]
    .iter()
    .any(|object| inner.contains(object))
}

/// 待补充 and 待填写 as a clause of their own; 有待补充 speaks of the work.
fn bare_pending(text: &str, at: usize) -> Option<Hit> {
    let word = ["待补充", "待填写"].iter().find(|word| text[at..].starts_with(**word))?;
    let end = at + word.len();
    let spoken = before(text, at).is_some_and(|c| is_han(c) && !"为：共".contains(c));
    (!spoken && measure::is_delimited(&text[end..]))
        .then(|| Hit::open(at, end).of_kind(Instruction))
}

/// TBD and TODO as a word.
fn bare_word(text: &str, at: usize) -> Option<Hit> {
    let word = ["TBD", "TODO"].iter().find(|word| text[at..].starts_with(**word))?;
    let end = at + word.len();
    let letter =
        |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    (!letter(before(text, at)) && !letter(after(text, end)))
        .then(|| Hit::open(at, end).of_kind(in_place_of(&text[end..])))
}

/// P7: brackets that hold only blanks.
pub(super) fn empty_bracket(text: &str, at: usize) -> Option<Hit> {
    let open = after(text, at)?;
    let (inner, end) = bracket(text, at)?;
    if !inner.chars().all(|c| is_blank(c) || matches!(c, '_' | '＿')) {
        return None;
    }
    let (left, right) = (&text[..at], &text[end..]);
    let hit = Hit::open(at, end);
    let figure = measure::follows(right);
    let beside_han = before(text, at).is_some_and(is_han) || after(right, 0).is_some_and(is_han);
    let kept = match open {
        // main() and a list's (  ).
        '(' => !inner.is_empty() && beside_han,
        // [ ] 核对名单 is a box to tick, {} of a program: only a figure is missing in them, or a
        // name between two words.
        '[' | '［' | '{' | '｛' => {
            let between = !inner.is_empty() && before(text, at).is_some_and(is_han);
            (figure || between && after(right, 0).is_some_and(is_han)) && !is_code(left, right)
        }
        '（' | '【' if inner.is_empty() => figure || left.ends_with('第'),
        _ => beside_han || !left.is_empty() || figure,
    };
    let number_of_document = open == '〔'
        && right
            .trim_start_matches(|c| is_blank(c) || measure::is_mask(c) || c.is_ascii_digit())
            .starts_with('号');
    match (kept, number_of_document) {
        (true, false) if left.ends_with('第') => Some(hit.of_kind(Ordinal)),
        (_, true) => Some(hit.of_kind(super::PlaceholderType::DocumentNumber)),
        (true, _) if figure => Some(hit.of_kind(Number)),
        (true, _) => Some(hit),
        _ => None,
    }
}

/// Whether a bracket belongs to a program or to Latin text: f[], {}.
fn is_code(left: &str, right: &str) -> bool {
    let latin = |c: char| c.is_ascii_alphanumeric() || "=;(){}[]\"'_".contains(c);
    left.ends_with(latin) || right.starts_with(latin)
}

/// P17: 某县, 某企业, 张某某, 某某同志.
pub(super) fn some_one(text: &str, at: usize) -> Option<Hit> {
    // One name has at most two of them: 张某某.
    let end = at
        + text[at..].chars().take(3).take_while(|&c| c == '某').map(char::len_utf8).sum::<usize>();
    let (left, right) = (&text[..at], &text[end..]);
    let count = (end - at) / '某'.len_utf8();
    let exception = SOME_EXCEPTIONS.iter().any(|word| right.starts_with(word));
    let noun = SOME_NOUNS
        .iter()
        .filter(|(noun, ..)| !exception && right.starts_with(noun))
        .max_by_key(|(noun, ..)| noun.len());
    if let Some(&(_, kind, open)) = noun {
        let hit = Hit::open(at, end).of_kind(kind);
        return Some(if open { hit } else { hit.deliberate() });
    }
    if count == 1 && is_attributed(right) {
        return Some(Hit::open(at, end).of_kind(Organization).deliberate());
    }
    let surname =
        before(left, at).filter(|_| count <= 2 && ends_name(right) && is_named(left, count));
    surname.map(|c| Hit::open(at - c.len_utf8(), end).of_kind(Person).deliberate())
}

/// Whether an attribute and then an organisation follow: 某电子企业. Not 某些企业, 某个项目的公司.
fn is_attributed(right: &str) -> bool {
    let attribute = right.char_indices().take(LONGEST_ATTRIBUTE + 1);
    let attribute =
        attribute.take_while(|&(_, c)| is_han(c) && !"的了和与在是对为被从向".contains(c));
    ends_name(right)
        && attribute.into_iter().skip(1).any(|(at, _)| {
            let noun = ["企业", "公司", "工厂", "医院", "集团", "合作社"]
                .iter()
                .find(|noun| right[at..].starts_with(**noun));
            noun.is_some_and(|noun| !right[at + noun.len()..].starts_with('家'))
        })
}

/// The longest attribute of an organisation, in characters.
const LONGEST_ATTRIBUTE: usize = 6;

/// Whether `left` ends with a surname that 某 follows. Two of them are a name within a sentence too
/// (审结张某某等人); one is behind words that take a person.
fn is_named(left: &str, count: usize) -> bool {
    if meaning::has_surname(left) {
        return true;
    }
    let Some(surname) = before(left, left.len()) else { return false };
    let rest = &left[..left.len() - surname.len_utf8()];
    SURNAMES.contains(surname)
        && !DOUBTFUL_SURNAMES.contains(surname)
        && (count == 2 || BEFORE_SUSPECT.iter().any(|word| rest.ends_with(word)))
}

/// Whether a name can end before `right`: 李某因, 张某、. Not 李某种, which is no name.
fn ends_name(right: &str) -> bool {
    !right.starts_with([
        '种', '些', '个', '一', '项', '次', '时', '处', '物', '类', '年', '月', '日', '方', '段',
        '天', '地',
    ])
}
