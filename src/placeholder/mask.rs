//! Blanks made of a repeated character: stars, crosses, X, circles, boxes, underscores.

use super::PlaceholderType::{Id, Name, Number, Ordinal};
use super::convention::Hit;
use super::lexicon::CENSORED;
use super::meaning;
use super::{measure, shape};
use crate::text::Span;
use crate::text::scanner::{after, before, fold, is_blank, is_digit, run, run_back};
use crate::text::unit::{Dimension, Usage};

/// The longest runs that are a blank, in characters; longer ones are rules across the page.
pub(super) const LONGEST_RUN: usize = 12;
const LONGEST_UNDERSCORE: usize = 60;

/// A run of one kind of mask, and what stands around it.
pub(super) struct Run<'t> {
    pub(super) text: &'t str,
    pub(super) start: usize,
    pub(super) end: usize,
    /// How many mask characters it has.
    pub(super) count: usize,
}

impl<'t> Run<'t> {
    /// The run at byte `at`; a point between two masks belongs to it (`x.x`).
    pub(super) fn at(text: &'t str, at: usize, family: impl Fn(char) -> bool + Copy) -> Self {
        let (mut len, mut count) = measure_run(&text[at..], family);
        if let Some(rest) = text[at + len..].strip_prefix(['.', '．']) {
            let (more, masks) = measure_run(rest, family);
            if more > 0 {
                len = text.len() - rest.len() + more - at;
                count += masks;
            }
        }
        let end = at + len;
        Self { text, start: at, end, count }
    }

    pub(super) fn left(&self) -> &'t str {
        &self.text[..self.start]
    }

    pub(super) fn right(&self) -> &'t str {
        &self.text[self.end..]
    }

    pub(super) fn previous(&self) -> Option<char> {
        before(self.text, self.start)
    }

    pub(super) fn next(&self) -> Option<char> {
        after(self.text, self.end)
    }

    pub(super) fn hit(&self) -> Hit {
        Hit::open(self.start, self.end)
    }

    /// The run as a blank if it is not too long for one.
    pub(super) fn open(&self) -> Option<Hit> {
        (self.count <= LONGEST_RUN).then(|| self.hit())
    }

    pub(super) fn is_at_line_start(&self) -> bool {
        self.left().chars().rev().take_while(|&c| c != '\n').take(LONGEST_RUN).all(is_blank)
    }

    /// Whether the number of an item stands before it: `附件：1.`, `2.` at the start of a line.
    fn is_behind_marker(&self) -> bool {
        let Some(left) = self.left().strip_suffix(['.', '．']) else { return false };
        let digits = digits_before(left);
        let outer = before(left, left.len() - digits);
        (1..=2).contains(&digits) && outer.is_none_or(|c| is_blank(c) || "：:\n；（(".contains(c))
    }

    /// Whether the line holds nothing but such runs: a rule across the page, `* * *`.
    pub(super) fn is_alone(&self) -> bool {
        let same = |c: char| is_blank(c) || Some(c) == after(self.text, self.start);
        let on_line = |c: &char| *c != '\n';
        let left = self.left().chars().rev().take_while(on_line).take(LONGEST_RUN);
        let right = self.right().chars().take_while(on_line).take(LONGEST_RUN);
        left.chain(right).all(same)
    }

    /// Whether it stands right before a closing quotation mark, with words before it.
    fn closes_quotation(&self) -> bool {
        let quote = |c: char| matches!(c, '”' | '’' | '"' | '」');
        self.next().is_some_and(quote) && self.previous().is_some_and(|c| !"“‘\"「".contains(c))
    }

    /// What its neighbours say it stands for.
    pub(super) fn meaning(&self) -> super::PlaceholderType {
        meaning::of(self.text, Span::new(self.start, self.end)).kind
    }

    /// The figure of which only some digits are masked: `2*.5亿元`, `1__个`. It has a unit; where the
    /// mask also is a sign of multiplication, `strict`, a unit that is no classifier.
    pub(super) fn partial_figure(
        &self,
        family: impl Fn(char) -> bool + Copy,
        usage: Option<Usage>,
    ) -> Option<Hit> {
        let part = |c: char| is_digit(c) || family(c) || matches!(c, '.' | '．');
        let near = self.left().char_indices().rev().take(LONGEST_RUN);
        let start = near.take_while(|&(_, c)| is_digit(c) || matches!(c, '.' | '．')).last();
        let start = start.map_or(self.start, |(at, _)| at);
        let end = self.end
            + self
                .right()
                .char_indices()
                .take(LONGEST_RUN)
                .take_while(|&(_, c)| part(c))
                .map(|(_, c)| c.len_utf8())
                .sum::<usize>();
        let figure = &self.text[start..end];
        let whole = (start, end) != (self.start, self.end)
            && !figure.starts_with('.')
            && !figure.ends_with('.');
        let bounded = !before(self.text, start)
            .is_some_and(|c| c.is_ascii_alphanumeric() || c == '+' || c == '-');
        let unit = measure::read(&self.text[end..])?;
        let accepted =
            usage.is_none_or(|usage| unit.usage == usage) && !is_in_quotation(self.left());
        (whole && bounded && accepted).then(|| Hit::open(start, end).of_kind(Number))
    }
}

/// The length in bytes and characters of the run that `text` begins with. It is cut off where it is
/// too long for a blank anyway: runs of different masks may follow each other without end.
fn measure_run(text: &str, family: impl Fn(char) -> bool + Copy) -> (usize, usize) {
    let run = text.chars().take(LONGEST_UNDERSCORE + 1).take_while(|&c| family(c));
    run.fold((0, 0), |(len, count), c| (len + c.len_utf8(), count + 1))
}

fn is_star(c: char) -> bool {
    matches!(c, '*' | '＊')
}

fn is_cross(c: char) -> bool {
    matches!(c, '×' | '✕' | '✖' | '╳')
}

fn is_letter_x(c: char) -> bool {
    matches!(c, 'x' | 'X' | 'ｘ' | 'Ｘ')
}

fn is_circle(c: char) -> bool {
    matches!(c, '○' | '〇' | '◯' | '●')
}

fn is_underscore(c: char) -> bool {
    matches!(c, '_' | '＿')
}

/// How far back a quotation mark is looked for, in characters.
const LONGEST_QUOTATION: usize = 14;

/// Whether a short quotation is open at the end of `left`.
pub(super) fn is_in_quotation(left: &str) -> bool {
    left.chars().rev().take(LONGEST_QUOTATION).find(|c| matches!(c, '“' | '”')) == Some('“')
}

/// P18: digits on both sides of three or more masks.
pub(super) fn masked_id(text: &str, at: usize) -> Option<Hit> {
    let mask = after(text, at)?;
    let (len, count) = measure_run(&text[at..], |c| c == mask);
    let left = digits_before(&text[..at]);
    let right = text[at + len..].bytes().take(5).take_while(u8::is_ascii_digit).count();
    let check_digit = usize::from(text[at + len + right..].starts_with(['X', 'x']));
    let fits = (2..=8).contains(&left) && (3..=14).contains(&count) && (2..=4).contains(&right);
    (fits && measure::read(&text[at + len + right..]).is_none())
        .then(|| Hit::open(at - left, at + len + right + check_digit).of_kind(Id).deliberate())
}

/// How many ASCII digits `left` ends with; more than 8 are none of ours.
pub(super) fn digits_before(left: &str) -> usize {
    left.bytes().rev().take(9).take_while(u8::is_ascii_digit).count()
}

/// P20: 党的XX大, XX届X中全会, 十X五.
pub(super) fn masked_ordinal(text: &str, at: usize) -> Option<Hit> {
    let mask = after(text, at)?;
    let run = Run::at(text, at, |c| c == mask);
    let (left, right) = (run.left(), run.right());
    let congress = right.starts_with('大')
        && (left.ends_with("党的") || left.ends_with("党的十") || left.ends_with("党的二十"));
    let session = right.starts_with("届") || right.starts_with("中全会");
    let plan = left.ends_with('十') && right.starts_with('五') && run.count == 1;
    let bounded = !run.previous().is_some_and(|c| c.is_ascii_alphanumeric() || c == '+');
    (bounded && (congress || session || plan)).then(|| run.hit().of_kind(Ordinal))
}

/// P19: a filter's star in the place of one character of a word.
pub(super) fn censored_character(text: &str, at: usize) -> Option<Hit> {
    let mask = after(text, at)?;
    let run = Run::at(text, at, |c| c == mask);
    let censored = run.count == 1
        && CENSORED
            .iter()
            .any(|(left, right, _)| run.left().ends_with(left) && run.right().starts_with(right));
    let note = Some("可能是被屏蔽的字");
    censored.then(|| Hit { note, ..run.hit().of_kind(Name) })
}

/// P1: stars.
pub(super) fn star(text: &str, at: usize) -> Option<Hit> {
    let run = Run::at(text, at, is_star);
    let amount = |hit: &Hit| is_amount(&text[hit.span.end as usize..]);
    let partial = run.partial_figure(is_star, None);
    if let Some(hit) = partial.filter(|hit| !is_product(&run) || amount(hit)) {
        return Some(hit);
    }
    let bullet = run.is_at_line_start() && run.next().is_none_or(|c| is_blank(c) || c == '\n');
    let letters = run.next().is_some_and(|c| c.is_ascii_alphabetic());
    let after_letter =
        run.previous().is_some_and(|c| c.is_ascii_alphabetic()) && !measure::follows(run.right());
    // *.doc, *号键, *#06#, and the escaped \* of Markdown.
    let glob = [".", "#", "号键", "键"].iter().any(|sign| run.right().starts_with(sign));
    let sign = glob || run.previous().is_some_and(|c| matches!(c, '#' | '\\' | '/'));
    // *注：… explains a star elsewhere; 姓名*： marks a field that is required.
    let note = run.right().starts_with('注') && run.is_at_line_start();
    let required = run.count == 1 && run.next().is_some_and(|c| matches!(c, '：' | ':'));
    let other = bullet || letters || after_letter || sign || note || required;
    (!other && !run.is_alone() && !is_product(&run)).then(|| run.open()).flatten()
}

/// Whether a unit follows in which nobody multiplies: 4*9%, 5*53.9亿元.
fn is_amount(right: &str) -> bool {
    measure::read(right).is_some_and(|unit| {
        matches!(unit.dimension, Dimension::Ratio | Dimension::Money) || unit.power >= 4
    })
}

/// Whether one star multiplies: 3*5=15, 5*8小时. A factor does not begin with 0: 1*00万元.
fn is_product(run: &Run<'_>) -> bool {
    if run.count > 1 {
        return false;
    }
    let left = run.left().trim_end_matches(is_blank).chars().next_back();
    let right = run.right().trim_start_matches(is_blank).chars().next();
    let factor = |c: char, bracket: &str| is_digit(c) || bracket.contains(c);
    left.is_some_and(|c| factor(c, ")）"))
        && right.is_some_and(|c| factor(c, "(（=") && fold(c) != '0')
}

/// Programmes that end in a sign of multiplication.
const MULTIPLIED_PROGRAMMES: &[&str] = &["数据要素", "人工智能", "互联网", "大数据", "智能"];

/// P2: crosses.
pub(super) fn cross(text: &str, at: usize) -> Option<Hit> {
    let run = Run::at(text, at, is_cross);
    if let Some(hit) =
        run.partial_figure(is_cross, Some(Usage::Strict)).filter(|_| !is_product(&run))
    {
        return Some(hit);
    }
    let one = run.count == 1;
    let sides = [
        before(run.left().trim_end_matches(is_blank), run.left().trim_end_matches(is_blank).len()),
        after(run.right().trim_start_matches(is_blank), 0),
    ];
    let dimensions = sides.iter().all(|c| c.is_some_and(is_digit))
        || sides.iter().all(|c| c.is_some_and(|c| c.is_ascii_alphanumeric()));
    let factor = one && sides[1].is_some_and(|c| is_digit(c) || "宽高厚深".contains(c));
    let programme = one
        && (run.closes_quotation()
            || MULTIPLIED_PROGRAMMES.iter().any(|name| run.left().ends_with(name)));
    let mark = one && (run.is_alone() || run.left().ends_with(['打', '画', '划']));
    (!dimensions && !factor && !programme && !mark).then(|| run.open()).flatten()
}

/// P3: X and x.
pub(super) fn letter_x(text: &str, at: usize) -> Option<Hit> {
    let run = Run::at(text, at, is_letter_x);
    if run.previous().is_some_and(is_digit) {
        return run.partial_figure(is_letter_x, Some(Usage::Strict));
    }
    let joined = |c: char| {
        c.is_ascii_alphanumeric()
            || matches!(c, '+' | '＋' | '_' | '/' | '\\' | '.' | '@' | '&' | '=')
    };
    let listed = run.previous() == Some('.') && run.is_behind_marker();
    if (run.previous().is_some_and(joined) && !listed) || run.next().is_some_and(joined) {
        return run
            .partial_figure(is_letter_x, Some(Usage::Strict))
            .filter(|_| run.previous() == Some('.'));
    }
    // 1.X万元 is a figure, 1.X县 the first item of a list.
    if listed && let Some(hit) = run.partial_figure(is_letter_x, Some(Usage::Strict)) {
        return Some(hit);
    }
    let hyphen = |c: Option<char>, side: Option<char>| {
        c == Some('-') && side.is_some_and(|c| c.is_ascii_alphanumeric() && !is_letter_x(c))
    };
    let hyphened = hyphen(run.previous(), run.left().chars().rev().nth(1))
        || hyphen(run.next(), run.right().chars().nth(1));
    // Mac OS X, Model X: Latin text, unless a unit shows the figure (GDP X亿元).
    let latin = run.left().trim_end_matches(is_blank).ends_with(|c: char| c.is_ascii_alphabetic());
    let other = hyphened || (latin && !measure::follows(run.right()));
    let letter = run.count == 1 && is_the_letter(&run);
    (!other && !letter).then(|| run.open()).flatten()
}

/// Words that begin with the letter X.
const X_WORDS: &[&str] =
    &["光", "射线", "线", "轴", "染色体", "档案", "形", "型", "因子", "坐标", "方向"];

/// Whether a single X is the letter itself: X光, “双尖双领X”, and wherever nothing beside it says
/// what it could stand for.
fn is_the_letter(run: &Run<'_>) -> bool {
    X_WORDS.iter().any(|word| run.right().starts_with(word))
        || run.closes_quotation()
        || (run.meaning() == Name && !run.right().starts_with("某"))
}

/// P4: circles and the letter O.
pub(super) fn circle(text: &str, at: usize) -> Option<Hit> {
    let letter = matches!(fold(after(text, at)?), 'O');
    let run = Run::at(text, at, if letter { |c| fold(c) == 'O' } else { is_circle });
    let numeral = |c: char| is_digit(c) || "一二三四五六七八九十零百".contains(c);
    let neighbour = |c: char| numeral(c) || c.is_ascii_alphanumeric() || "●○★☆◎".contains(c);
    if run.count > 4 || run.previous().is_some_and(neighbour) || run.next().is_some_and(neighbour) {
        return None;
    }
    // A single circle may be a bullet, a single O a blood group: its neighbour must say more.
    let one = run.count == 1;
    let told =
        !one || (run.meaning() != Name && !run.is_at_line_start() && after(text, at) != Some('●'));
    let known = !letter || (!one && run.meaning() != Name);
    (told && known && !run.is_alone()).then(|| run.hit())
}

/// What stands behind a box to tick.
const CHOICES: &str = "是否有无男女同不已未优良合";

/// P5: boxes.
pub(super) fn square(text: &str, at: usize) -> Option<Hit> {
    let run = Run::at(text, at, |c| c == '□');
    let choice = run.right().trim_start_matches(is_blank).starts_with(|c| CHOICES.contains(c));
    // A single box is one to tick, unless its neighbour says what is missing.
    let told = run.count > 1 || (run.meaning() != Name && !run.is_at_line_start());
    (!choice && told && run.count <= LONGEST_RUN).then(|| run.hit())
}

/// P6: underscores.
pub(super) fn underscore(text: &str, at: usize) -> Option<Hit> {
    let run = Run::at(text, at, is_underscore);
    if run.count < 2 || run.count > LONGEST_UNDERSCORE || run.is_alone() {
        return None;
    }
    let ascii = |c: char| c.is_ascii_alphabetic();
    let identifier = run.next().is_some_and(ascii)
        || (run.previous().is_some_and(ascii) && !measure::follows(run.right()));
    let partial = || run.partial_figure(is_underscore, None);
    (!identifier).then(|| partial().unwrap_or_else(|| run.hit()))
}

/// Where the run of masks ends that begins at byte `at`, so that a run that is no blank is not
/// looked at again character by character.
pub(super) fn run_end(text: &str, at: usize, c: char) -> usize {
    at + if measure::is_mask(c)
        || shape::is_shape(c)
        || matches!(c, '…' | '?' | '？' | 'O' | 'Ｏ' | 'I' | 'l' | 'o')
    {
        run(&text[at..], |d| d == c)
    } else {
        c.len_utf8()
    }
}

/// The blanks that `left` ends with begin here.
pub(super) fn blanks_before(left: &str) -> usize {
    run_back(left, is_blank)
}
