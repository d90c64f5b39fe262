//! What a blank stands for, told by its neighbours. Specification §3.3.

use super::PlaceholderType::{
    self, Date, DocumentNumber, Name, Number, Ordinal, Organization, Person, Phone, Place,
};
use super::lexicon::{
    BEFORE_PERSON, BEFORE_PHONE, DURATIONS, FAR_ORGANIZATION_SUFFIXES, FIGURE_VERBS, GENERIC_NAMES,
    ISSUER_ENDINGS, NAME_VERBS, ORGANIZATION_SUFFIXES, PLACE_SUFFIXES, RANK_SCOPES, SURNAMES,
    TITLES, WORK_VERBS,
};
use super::measure;
use crate::text::Span;
use crate::text::chinese_numeral::is_numeral;
use crate::text::scanner::{after, before, is_blank, is_digit, is_han};

/// What a blank stands for, and what to call it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meaning {
    /// Its type.
    pub(super) kind: PlaceholderType,
    /// What is expected there: 县名.
    pub(super) what: &'static str,
    /// The word beside it that told so; blanks beside the same word are one group.
    pub(super) beside: &'static str,
}

/// The text on both sides of a blank, without brackets that hold nothing else.
#[derive(Clone, Copy)]
struct Sides<'t> {
    left: &'t str,
    right: &'t str,
}

/// The rules of §3.3 in their order; the first that says something wins.
const RULES: &[fn(Sides<'_>) -> Option<Meaning>] =
    &[ordinal, document_number, place, figure, date, organization, phone, person];

/// What the blank at `span` stands for: a name, if nothing beside it says more.
pub(super) fn of(text: &str, span: Span) -> Meaning {
    let sides = Sides::around(text, span);
    RULES.iter().find_map(|rule| rule(sides)).unwrap_or_else(|| Meaning::generic(Name))
}

impl Meaning {
    /// The meaning that only the type tells.
    pub(super) fn generic(kind: PlaceholderType) -> Self {
        let what = GENERIC_NAMES.iter().find(|(of, _)| *of == kind).map_or("", |(_, what)| what);
        Self { kind, what, beside: "" }
    }
}

impl<'t> Sides<'t> {
    fn around(text: &'t str, span: Span) -> Self {
        let sides = Self { left: &text[..span.start as usize], right: &text[span.end as usize..] };
        // （**）万元: the bracket belongs to the blank.
        let inner = [("（", "）"), ("(", ")"), ("【", "】"), ("[", "]")];
        let unwrap = |(open, close): (&str, &str)| {
            Some(Self {
                left: sides.left.strip_suffix(open)?,
                right: sides.right.strip_prefix(close)?,
            })
        };
        inner.into_iter().find_map(unwrap).unwrap_or(sides)
    }

    /// The right side behind at most one blank: `X 县`.
    fn next(self) -> &'t str {
        self.right.strip_prefix(is_blank).unwrap_or(self.right)
    }

    /// The left side before at most one blank.
    fn previous(self) -> &'t str {
        self.left.strip_suffix(is_blank).unwrap_or(self.left)
    }

    fn ends_with_any(self, words: &[&str]) -> bool {
        let left = self.previous();
        before(left, left.len()).is_some_and(is_han) && words.iter().any(|word| ends(left, word))
    }
}

fn ordinal(sides: Sides<'_>) -> Option<Meaning> {
    let left = sides.previous().strip_suffix('第')?;
    let ranked = RANK_SCOPES.iter().any(|scope| left.ends_with(scope));
    let what = if ranked { "名次" } else { "序号" };
    Some(Meaning { kind: Ordinal, what, beside: "第" })
}

/// 国发〔2022〕X号, 函X号, and a year or number in 〔〕 that is no year.
fn document_number(sides: Sides<'_>) -> Option<Meaning> {
    let issued = sides.left.ends_with(['〕', ']', '］', '】', '）'])
        || sides.left.ends_with("〕第")
        || before(sides.left, sides.left.len()).is_some_and(|c| ISSUER_ENDINGS.contains(c));
    let number = issued && sides.next().starts_with('号') && !sides.next().starts_with("号召");
    let bare = sides.left.ends_with(['〔', '﹝']);
    (number || bare).then(|| Meaning::generic(DocumentNumber))
}

fn place(sides: Sides<'_>) -> Option<Meaning> {
    // **村**组: the group of a village, where elsewhere 组 counts.
    if sides.left.ends_with(['村', '寨']) && sides.right.starts_with('组') {
        return Some(Meaning { kind: Place, what: "村民小组名", beside: "组" });
    }
    let (kind, (suffix, what, _)) = (Place, suffix_of(sides.next(), PLACE_SUFFIXES)?);
    // A unit that is longer than the suffix wins: 村次.
    let unit = measure::read(sides.right).map_or(0, |measure| measure.unit.len());
    (unit <= suffix.len()).then_some(Meaning { kind, what, beside: suffix })
}

/// The row of a table of suffixes that `right` begins with.
fn suffix_of(
    right: &str,
    rows: &[(&'static str, &'static str, &'static str)],
) -> Option<(&'static str, &'static str, &'static str)> {
    // Every suffix is Han: *×*×*× need not be compared with each of them.
    if !begins_han(right) {
        return None;
    }
    rows.iter().copied().find(|(suffix, _, not_before)| {
        begins(right, suffix)
            && !after(&right[suffix.len()..], 0).is_some_and(|c| not_before.contains(c))
    })
}

/// `starts_with` for the rows of a table, most of which differ in the first character.
fn begins(text: &str, word: &str) -> bool {
    text.as_bytes().get(..3) == word.as_bytes().get(..3) && text.starts_with(word)
}

/// `ends_with` for the rows of a table, most of which differ in the last byte.
fn ends(text: &str, word: &str) -> bool {
    text.as_bytes().last() == word.as_bytes().last() && text.ends_with(word)
}

fn begins_han(right: &str) -> bool {
    after(right, 0).is_some_and(is_han)
}

/// Whether `right` begins with the suffix of a place, which a closing emphasis mark never does.
pub(super) fn is_place_suffix(right: &str) -> bool {
    suffix_of(right, PLACE_SUFFIXES).is_some()
}

fn figure(sides: Sides<'_>) -> Option<Meaning> {
    let bureau = sides.right.starts_with('所') && !counts_institutes(sides);
    let measured = !bureau && measure::follows(sides.right);
    let bare = sides.ends_with_any(FIGURE_VERBS) && ends_figure(sides.right);
    let years = sides.next().starts_with('年') && sides.ends_with_any(DURATIONS);
    let percent = sides.left.ends_with("分之") && !begins_numeral(sides.right);
    (measured || bare || years || percent || ends_ratio(sides.left))
        .then(|| Meaning::generic(Number))
}

/// Whether a Chinese numeral goes on behind the blank: 百分之X十.
fn begins_numeral(right: &str) -> bool {
    after(right, 0).is_some_and(is_numeral)
}

/// Whether `left` is the beginning of a ratio: the last figure of *:* has nothing behind it.
fn ends_ratio(left: &str) -> bool {
    let figure = left.strip_suffix([':', '：', '∶']);
    figure.is_some_and(|figure| figure.ends_with(|c| is_digit(c) || measure::is_mask(c)))
}

/// Whether a figure without unit may end here: 达到**，增长*左右。
fn ends_figure(right: &str) -> bool {
    measure::is_delimited(right)
        || ["左右", "以上", "以下", "以内"].iter().any(|w| right.starts_with(w))
}

/// Whether 所 counts (*所学校) and does not end a name (该县XX所持续优化服务): then an
/// institution or nothing at all follows, not a verb.
fn counts_institutes(sides: Sides<'_>) -> bool {
    let rest = sides.right.strip_prefix('所').unwrap_or_default();
    let bound = rest.starts_with("以上") || rest.starts_with("以下");
    bound || !WORK_VERBS.iter().any(|verb| rest.starts_with(verb))
}

fn date(sides: Sides<'_>) -> Option<Meaning> {
    let part = after(sides.next(), 0).filter(|c| matches!(c, '年' | '月' | '日'))?;
    let what = match part {
        '年' if sides.next().starts_with("年级") => return None,
        '年' => "年份",
        '月' => "月份",
        _ => "日期",
    };
    Some(Meaning { kind: Date, what, beside: "" })
}

fn organization(sides: Sides<'_>) -> Option<Meaning> {
    if let Some((suffix, what, _)) = suffix_of(sides.next(), ORGANIZATION_SUFFIXES) {
        return Some(Meaning { kind: Organization, what, beside: suffix });
    }
    let name = &sides.right[..sides
        .right
        .char_indices()
        .take_while(|&(_, c)| is_han(c))
        .take(LONGEST_NAME)
        .last()
        .map_or(0, |(at, c)| at + c.len_utf8())];
    FAR_ORGANIZATION_SUFFIXES
        .iter()
        .filter(|suffix| suffix.len() <= name.len())
        .any(|suffix| name.contains(suffix))
        .then(|| Meaning::generic(Organization))
}

/// How far behind a blank the suffix of an organisation is looked for, in characters.
const LONGEST_NAME: usize = 9;

/// Behind 电话 and the like, with the colon or without.
fn phone(sides: Sides<'_>) -> Option<Meaning> {
    field(sides.left, BEFORE_PHONE).then(|| Meaning::generic(Phone))
}

/// Whether `left` ends with the name of such a field: 联系电话：
fn field(left: &str, names: &[&str]) -> bool {
    let left = left.trim_end_matches(|c| is_blank(c) || matches!(c, '：' | ':'));
    before(left, left.len()).is_some_and(is_han) && names.iter().any(|name| ends(left, name))
}

fn person(sides: Sides<'_>) -> Option<Meaning> {
    let title = TITLES
        .iter()
        .filter(|_| begins_han(sides.next()))
        .find(|title| begins(sides.next(), title));
    let titled = sides.ends_with_any(TITLES) && names_someone(sides.right);
    let found = title.is_some() || titled || is_person_field(sides.left) || has_surname(sides.left);
    found.then(|| Meaning { beside: title.copied().unwrap_or(""), ..Meaning::generic(Person) })
}

/// Whether a person is asked for: 联系人×××, 述责述廉人：XXX, 责任校长：□□□.
fn is_person_field(left: &str) -> bool {
    let name = left.trim_end_matches(|c| is_blank(c) || matches!(c, '：' | ':'));
    if !before(name, name.len()).is_some_and(is_han) {
        return false;
    }
    let colon = left[name.len()..].contains(['：', ':']);
    let titled = || name.ends_with('人') || TITLES.iter().any(|title| ends(name, title));
    field(left, BEFORE_PERSON) || (colon && titled())
}

/// Whether what follows the name of an official can follow it: 书记xx说, 县长××、. A noun cannot:
/// 委员**工作室.
fn names_someone(right: &str) -> bool {
    measure::is_delimited(right)
        || right.starts_with(is_blank)
        || begins_han(right) && NAME_VERBS.iter().any(|verb| begins(right, verb))
}

/// Whether `left` ends with a surname that begins a word: 记者李, 、王. Within a word the same
/// character is no surname: 绿美XX, 老城XX.
pub(super) fn has_surname(left: &str) -> bool {
    let Some(surname) = before(left, left.len()).filter(|c| SURNAMES.contains(*c)) else {
        return false;
    };
    let rest = &left[..left.len() - surname.len_utf8()];
    let title = || TITLES.iter().chain(BEFORE_PERSON).any(|title| ends(rest, title));
    let joined = || before(rest, rest.len()).is_some_and(|c| "和与及由给被对".contains(c));
    before(rest, rest.len()).is_none_or(|c| !is_han(c)) || title() || joined()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the type of the first `token` of `text`, and what it is called.
    #[track_caller]
    fn check(text: &str, token: &str, kind: PlaceholderType, what: &str) {
        let start = text.find(token).expect("the token stands in the text");
        let meaning = of(text, Span::new(start, start + token.len()));
        assert_eq!((meaning.kind, meaning.what), (kind, what), "{text}");
    }

    #[test]
    fn the_first_rule_that_applies_wins() {
        check("以全市第*的优异成绩", "*", Ordinal, "名次");
        check("2022年第**批次用地", "**", Ordinal, "序号");
        check("国发〔2022〕X号", "X", DocumentNumber, "文号");
        check("《**县城乡存量违法用地", "**", Place, "县名");
        check("完成*农贸市场滑坡治理", "*", Name, "名称");
        check("完成（**）万元", "**", Number, "");
        check("走访xx村次", "xx", Number, "");
        check("城镇化率达到**，", "**", Number, "");
        check("新建*所学校", "*", Number, "");
        check("该县XX所持续优化服务", "XX", Organization, "单位名称");
        check("连续**年保持增长", "**", Number, "");
        check("xx年，全县", "xx", Date, "年份");
        check("xx市场监督管理局", "xx", Organization, "单位名称");
        check("联系人：×××", "×××", Person, "姓名");
        check("联系电话：××××", "××××", Phone, "电话号码");
        check("王XX书记", "XX", Person, "姓名");
        check("擦亮“绿美XX”底色", "XX", Name, "名称");
        check("XX副县长", "XX", Person, "姓名");
        check("XX人民政府", "XX", Place, "地名");
        check("XX天然气公司", "XX", Organization, "单位名称");
    }
}
