//! The gold format: a report with its right answers written into it. `tests/gold/README.md`
//! describes it; this reads it.

use hegao::text::{Decimal, Span};
use std::fmt::Write as _;

/// One annotated text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gold {
    /// The name to print in front of a line number.
    pub(crate) file: String,
    /// The text without any mark.
    pub(crate) text: String,
    /// The right answers, by their start.
    pub(crate) marks: Vec<Mark>,
    /// `#:` lines: key, value, line.
    pub(crate) header: Vec<(String, String, u32)>,
    /// The lines after `=== 提纲`.
    pub(crate) outline: Option<Vec<Heading>>,
    /// The lines after `=== 修复`: sentences that the text holds once every repair is applied.
    pub(crate) repaired: Vec<(String, u32)>,
    /// Where each line of the text begins (byte offset), and its line in the file.
    lines: Vec<(usize, u32)>,
}

/// One right answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mark {
    /// Its place in the text, in bytes.
    pub(crate) span: Span,
    /// What stands there.
    pub(crate) answer: Answer,
    /// `⟦m?:`: the specification leaves it open, so finding it is neither right nor wrong.
    pub(crate) optional: bool,
    /// Its line in the file, from 1.
    pub(crate) line: u32,
}

/// What a mark says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Answer {
    /// `⟦m:1.6万余起|化解矛盾纠纷|1.6|万起|level⟧`
    Metric { names: Vec<String>, value: Value, unit: String, kind: Option<String> },
    /// `⟦b:**|place⟧`
    Blank { kind: String },
    /// `⟦w:笔杆儿网www.bgzjy.cn⟧`
    Watermark,
    /// `⟦s:四个意识⟧`
    Slogan,
    /// `⟦c:《…》⟧`
    Citation,
}

/// The value of a metric as gold writes it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// Not given: of an optional metric.
    Open,
    /// `?`: masked or deleted.
    Masked,
    /// `1.6`
    Figure(Decimal),
    /// `4.5~5`
    Range(Decimal, Decimal),
    /// `1/6`
    Fraction(Decimal, Decimal),
    /// `22.8:38.8:38.4`
    Ratio(Vec<Decimal>),
}

/// A line of the expected outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    /// Nesting depth from 1.
    pub(crate) depth: u8,
    /// The marker as written; "" for an unnumbered heading (`-` in the file).
    pub(crate) marker: String,
    /// The heading's text.
    pub(crate) title: String,
    /// The line began with `?`: it may also be missing.
    pub(crate) optional: bool,
    /// Its line in the file.
    pub(crate) line: u32,
}

/// The blank types of the contract.
const BLANKS: [&str; 11] = [
    "number", "ordinal", "date", "place", "organization", "person", "documentNumber", "phone",
    "id", "name", "instruction",
];

/// The metric kinds of the contract.
const METRICS: [&str; 11] = [
    "level", "growth", "share", "rank", "range", "ratio", "rate", "duration", "bound", "base",
    "current",
];

impl Gold {
    /// The answer of the header line `#: key: …`.
    pub(crate) fn header(&self, key: &str) -> Option<(&str, u32)> {
        self.header.iter().find(|(k, ..)| k == key).map(|(_, value, line)| (value.as_str(), *line))
    }

    /// `file:line` of the byte `at` of the text.
    pub(crate) fn place(&self, at: u32) -> String {
        let after = self.lines.partition_point(|&(start, _)| start <= at as usize);
        let line = after.checked_sub(1).map_or(1, |i| self.lines[i].1);
        format!("{}:{line}", self.file)
    }

    /// An unannotated text, as one whose every answer is still to be added.
    pub(crate) fn plain(file: &str, text: &str) -> Self {
        let mut gold = Self { file: file.into(), text: text.into(), ..Self::default() };
        let mut start = 0;
        for (i, line) in text.split('\n').enumerate() {
            gold.lines.push((start, i as u32 + 1));
            start += line.len() + 1;
        }
        gold
    }

    /// Adds an answer that is not written in the text.
    pub(crate) fn add(&mut self, span: Span, answer: Answer) {
        let after = self.lines.partition_point(|&(start, _)| start <= span.start as usize);
        let line = after.checked_sub(1).map_or(1, |i| self.lines[i].1);
        self.marks.push(Mark { span, answer, optional: false, line });
    }

    /// Reads a report: header, text, `=== 提纲`, `=== 修复`.
    pub(crate) fn report(file: &str, source: &str) -> Result<Self, String> {
        let mut reader = Reader::new(file);
        let mut part = "";
        for (line, number) in source.lines().zip(1..) {
            reader.line = number;
            if let Some(name) = line.strip_prefix("=== ") {
                part = name.trim();
                if part == "提纲" {
                    reader.gold.outline = Some(Vec::new());
                }
                continue;
            }
            match part {
                "" if reader.gold.lines.is_empty() && line.starts_with("#:") => {
                    reader.header(line)?;
                }
                "" => reader.text_line(line)?,
                "提纲" => reader.outline_line(line)?,
                "修复" if line.trim().is_empty() => {}
                "修复" => reader.gold.repaired.push((line.to_owned(), number)),
                _ => return Err(reader.error(&format!("no part is called {part}"))),
            }
        }
        reader.finish()
    }

    /// Reads a list of sentences, each a text of its own. `#` begins a comment, `=> ` the
    /// repaired form of the sentence before, `⏎` is a line break in the text.
    pub(crate) fn sentences(file: &str, source: &str) -> Result<Vec<Self>, String> {
        let mut all: Vec<Self> = Vec::new();
        for (line, number) in source.lines().zip(1..) {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(repaired) = line.strip_prefix("=> ") {
                let last = all.last_mut().ok_or(format!("{file}:{number}: nothing to repair"))?;
                last.repaired.push((repaired.replace('⏎', "\n"), number));
                continue;
            }
            let mut reader = Reader::new(file);
            reader.line = number;
            for piece in line.split('⏎') {
                reader.text_line(piece)?;
            }
            all.push(reader.finish()?);
        }
        Ok(all)
    }
}

/// A mark that has been opened and not closed.
struct Open {
    letter: char,
    optional: bool,
    start: usize,
    line: u32,
    /// How many marks there were before it: those after are nested in it.
    marks: usize,
}

/// Reads line by line.
struct Reader {
    gold: Gold,
    line: u32,
    open: Vec<Open>,
}

impl Reader {
    fn new(file: &str) -> Self {
        let gold = Gold { file: file.to_owned(), ..Gold::default() };
        Self { gold, line: 0, open: Vec::new() }
    }

    fn error(&self, what: &str) -> String {
        format!("{}:{}: {what}", self.gold.file, self.line)
    }

    fn header(&mut self, line: &str) -> Result<(), String> {
        let (key, value) = line[2..]
            .split_once(':')
            .ok_or_else(|| self.error("a header line is `#: key: value`"))?;
        self.gold.header.push((key.trim().into(), value.trim().into(), self.line));
        Ok(())
    }

    fn outline_line(&mut self, line: &str) -> Result<(), String> {
        if line.trim().is_empty() {
            return Ok(());
        }
        let optional = line.starts_with('?');
        let line = line.strip_prefix('?').unwrap_or(line);
        let rest = line.trim_start_matches(' ');
        let indent = line.len() - rest.len();
        let Some((marker, title)) = rest.split_once(' ').filter(|_| indent.is_multiple_of(2))
        else {
            return Err(self.error("a heading is `marker title`, two spaces of indent per depth"));
        };
        let heading = Heading {
            depth: (indent / 2 + 1) as u8,
            marker: if marker == "-" { String::new() } else { marker.to_owned() },
            title: title.to_owned(),
            optional,
            line: self.line,
        };
        self.gold.outline.get_or_insert_default().push(heading);
        Ok(())
    }

    fn text_line(&mut self, line: &str) -> Result<(), String> {
        if !self.gold.lines.is_empty() {
            self.gold.text.push('\n');
        }
        self.gold.lines.push((self.gold.text.len(), self.line));
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            rest = &rest[c.len_utf8()..];
            match c {
                '⟦' => rest = self.open_mark(rest)?,
                '⟧' => self.close_mark("")?,
                '|' if self.open.last().is_some_and(|o| matches!(o.letter, 'm' | 'b')) => {
                    let end = rest.find('⟧').ok_or_else(|| self.error("the mark never ends"))?;
                    self.close_mark(&rest[..end])?;
                    rest = &rest[end + '⟧'.len_utf8()..];
                }
                _ => self.gold.text.push(c),
            }
        }
        Ok(())
    }

    /// Reads `m:`, `m?:` … and gives what follows.
    fn open_mark<'a>(&mut self, rest: &'a str) -> Result<&'a str, String> {
        let (head, after) =
            rest.split_once(':').ok_or_else(|| self.error("a mark is ⟦letter:…⟧"))?;
        let optional = head.ends_with('?');
        let letter = match head.trim_end_matches('?') {
            "m" => 'm',
            "b" => 'b',
            "w" => 'w',
            "s" => 's',
            "c" => 'c',
            _ => return Err(self.error(&format!("no mark is called ⟦{head}:"))),
        };
        let (start, marks) = (self.gold.text.len(), self.gold.marks.len());
        self.open.push(Open { letter, optional, start, line: self.line, marks });
        Ok(after)
    }

    fn close_mark(&mut self, fields: &str) -> Result<(), String> {
        let open = self.open.pop().ok_or_else(|| self.error("⟧ without ⟦"))?;
        let span = Span::new(open.start, self.gold.text.len());
        let answer = match open.letter {
            'm' => self.metric(fields, open.optional)?,
            'b' => self.blank(fields, open.optional)?,
            'w' => Answer::Watermark,
            's' => Answer::Slogan,
            _ => Answer::Citation,
        };
        if let Answer::Metric { value: Value::Masked, .. } = &answer {
            self.imply_blank(span, &answer, &open);
        }
        let mark = Mark { span, answer, optional: open.optional, line: open.line };
        self.gold.marks.push(mark);
        Ok(())
    }

    fn metric(&self, fields: &str, optional: bool) -> Result<Answer, String> {
        let fields: Vec<&str> = fields.split('|').collect();
        let (names, value, unit, kind) = match fields.as_slice() {
            [""] if optional => ("", "", "", None),
            [names, value, unit] => (*names, *value, *unit, None),
            [names, value, unit, kind] => (*names, *value, *unit, Some((*kind).to_owned())),
            _ => return Err(self.error("a metric is ⟦m:surface|names|value|unit|kind⟧")),
        };
        if kind.as_deref().is_some_and(|kind| !METRICS.contains(&kind)) {
            return Err(self.error("no kind of metric has that name"));
        }
        let names: Vec<String> = names.split('/').map(str::to_owned).collect();
        if !optional && names.iter().any(String::is_empty) {
            return Err(self.error("a metric needs its name"));
        }
        let value = Value::parse(value).ok_or_else(|| self.error("this is no value"))?;
        if value == Value::Open && !optional {
            return Err(self.error("a metric needs its value"));
        }
        Ok(Answer::Metric { names, value, unit: unit.to_owned(), kind })
    }

    fn blank(&self, fields: &str, optional: bool) -> Result<Answer, String> {
        if BLANKS.contains(&fields) || optional && fields.is_empty() {
            return Ok(Answer::Blank { kind: fields.to_owned() });
        }
        Err(self.error(&format!("a blank is ⟦b:token|type⟧, and no type is called {fields:?}")))
    }

    /// The blank of a masked metric is the mask in its surface, unless it is marked in there.
    fn imply_blank(&mut self, span: Span, answer: &Answer, open: &Open) {
        let nested = &self.gold.marks[open.marks..];
        if nested.iter().any(|mark| matches!(mark.answer, Answer::Blank { .. })) {
            return;
        }
        let ranked = matches!(answer, Answer::Metric { kind: Some(k), .. } if k == "rank");
        let surface = span.of(&self.gold.text);
        let start = if surface.starts_with('第') { '第'.len_utf8() } else { 0 };
        let len = mask_len(&surface[start..]);
        let start = span.start as usize + start;
        let kind = if ranked { "ordinal" } else { "number" }.to_owned();
        self.gold.marks.push(Mark {
            span: Span::new(start, start + len),
            answer: Answer::Blank { kind },
            optional: open.optional,
            line: open.line,
        });
    }

    fn finish(mut self) -> Result<Gold, String> {
        if let Some(open) = self.open.last() {
            self.line = open.line;
            return Err(self.error("the mark never ends"));
        }
        self.gold.marks.sort_by_key(|mark| mark.span);
        Ok(self.gold)
    }
}

/// The length of the mask at the start of a surface: `**`, `x.x`, `（  ）`, `……`; 0 for `亿元`.
fn mask_len(surface: &str) -> usize {
    let is_mask = |c: char| "*＊×✕xXｘＸ○〇◯●O□_＿N某…？?△▲█■·#＃n☆★◇◆TBD".contains(c);
    if surface.starts_with(['（', '(', '【', '[', '〔', '{', '｛']) {
        let close = surface.find(['）', ')', '】', ']', '〕', '}', '｝']);
        return close.map_or(0, |at| at + surface[at..].chars().next().map_or(0, char::len_utf8));
    }
    let run = |text: &str| text.find(|c| !is_mask(c)).unwrap_or(text.len());
    let whole = run(surface);
    match surface[whole..].strip_prefix('.').map(run) {
        Some(places) if whole > 0 && places > 0 => whole + 1 + places,
        _ => whole,
    }
}

impl Value {
    fn parse(text: &str) -> Option<Self> {
        let figure = |text: &str| {
            let digits = text.strip_prefix('-').unwrap_or(text);
            let sound =
                !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
            sound.then(|| Decimal::parse(text)).flatten()
        };
        Some(match text {
            "" => Self::Open,
            "?" => Self::Masked,
            _ if text.contains(':') => {
                Self::Ratio(text.split(':').map(figure).collect::<Option<_>>()?)
            }
            _ => match (text.split_once('~'), text.split_once('/')) {
                (Some((from, to)), _) => Self::Range(figure(from)?, figure(to)?),
                (_, Some((part, whole))) => Self::Fraction(figure(part)?, figure(whole)?),
                _ => Self::Figure(figure(text)?),
            },
        })
    }

    /// As the file writes it.
    pub(crate) fn show(&self) -> String {
        match self {
            Self::Open => String::new(),
            Self::Masked => "?".into(),
            Self::Figure(figure) => figure.to_string(),
            Self::Range(from, to) => format!("{from}~{to}"),
            Self::Fraction(part, whole) => format!("{part}/{whole}"),
            Self::Ratio(parts) => parts.iter().fold(String::new(), |mut all, part| {
                let colon = if all.is_empty() { "" } else { ":" };
                let _ = write!(all, "{colon}{part}");
                all
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(source: &str) -> Gold {
        Gold::sentences("t", source).unwrap().remove(0)
    }

    /// The answers as `start..end surface what`.
    fn shown(gold: &Gold) -> Vec<String> {
        let show = |mark: &Mark| {
            let what = match &mark.answer {
                Answer::Metric { names, value, unit, kind } => {
                    format!("{names:?} {} {unit} {}", value.show(), kind.as_deref().unwrap_or("-"))
                }
                Answer::Blank { kind } => kind.clone(),
                other => format!("{other:?}"),
            };
            let (start, end) = (mark.span.start, mark.span.end);
            let open = if mark.optional { "?" } else { "" };
            format!("{start}..{end} {:?} {what}{open}", mark.span.of(&gold.text))
        };
        gold.marks.iter().map(show).collect()
    }

    #[track_caller]
    fn check(source: &str, text: &str, answers: &[&str]) {
        let gold = one(source);
        assert_eq!(gold.text, text);
        assert_eq!(shown(&gold), answers);
    }

    #[test]
    fn marks_vanish_and_offsets_are_right() {
        check("没有标记。", "没有标记。", &[]);
        check(
            "化解⟦m:1.6万余起|化解纠纷/纠纷|1.6|万起⟧。",
            "化解1.6万余起。",
            &["6..18 \"1.6万余起\" [\"化解纠纷\", \"纠纷\"] 1.6 万起 -"],
        );
        check(
            "⟦c:《⟦b:**|place⟧县方案》⟧⟦w:某网⟧，⟦s?:四风⟧",
            "《**县方案》某网，四风",
            &[
                "0..17 \"《**县方案》\" Citation", "3..5 \"**\" place",
                "17..23 \"某网\" Watermark", "26..32 \"四风\" Slogan?",
            ],
        );
        check("⟦w:a|b⟧", "a|b", &["0..3 \"a|b\" Watermark"]);
        check("甲⏎⟦s:四风⟧", "甲\n四风", &["4..10 \"四风\" Slogan"]);
    }

    #[test]
    fn masked_metric_implies_its_blank() {
        let metric = |surface: &str, fields: &str| one(&format!("⟦m:{surface}|{fields}⟧"));
        let blank = |gold: &Gold| {
            let blanks: Vec<String> = gold
                .marks
                .iter()
                .filter_map(|m| match &m.answer {
                    Answer::Blank { kind } => Some(format!("{}={kind}", m.span.of(&gold.text))),
                    _ => None,
                })
                .collect();
            blanks.join(" ")
        };
        assert_eq!(blank(&metric("**余万元", "投资|?|万元")), "**=number");
        assert_eq!(blank(&metric("x.x亿元", "投资|?|亿元")), "x.x=number");
        assert_eq!(blank(&metric("（  ）人", "人口|?|人")), "（  ）=number");
        assert_eq!(blank(&metric("亿元", "投资|?|亿元")), "=number");
        assert_eq!(blank(&metric("第*位", "排名|?|位|rank")), "*=ordinal");
        let range = "⟦b:X|number⟧—⟦b:X|number⟧亿元";
        assert_eq!(blank(&metric(range, "投资|?|亿元|range")), "X=number X=number");
    }

    #[test]
    fn values() {
        for text in ["?", "1.6", "-0.8", "4.5~5", "1/6", "22.8:38.8:38.4"] {
            assert_eq!(Value::parse(text).unwrap().show(), text);
        }
        for text in ["万", "1.6万", "1~", "-", "1,5"] {
            assert_eq!(Value::parse(text), None, "{text}");
        }
    }

    #[test]
    fn report_has_header_outline_and_repairs() {
        let source = "#: genre: 工作总结\n#: year: 2023\n标题\n正文⟦s:四风⟧\n=== 提纲\n一、 学习\n  - 甲 乙\n?  1. 丙\n=== 修复\n整句。\n";
        let gold = Gold::report("t", source).unwrap();
        assert_eq!(gold.text, "标题\n正文四风");
        assert_eq!(gold.header("year"), Some(("2023", 2)));
        let headings: Vec<_> = gold.outline.as_ref().unwrap().iter().collect();
        assert_eq!((headings[1].depth, headings[1].marker.as_str()), (2, ""));
        assert_eq!((headings[1].title.as_str(), headings[2].optional), ("甲 乙", true));
        assert_eq!(gold.repaired, [("整句。".to_owned(), 10)]);
        assert_eq!(gold.place(gold.marks[0].span.start), "t:4");
    }

    #[test]
    fn malformed_marks_name_their_line() {
        let refused = |source: &str| Gold::report("t", source).unwrap_err();
        assert_eq!(refused("好\n⟦m:3个|名⟧"), "t:2: a metric is ⟦m:surface|names|value|unit|kind⟧");
        assert_eq!(refused("⟦m:3个|名|三|个⟧"), "t:1: this is no value");
        assert_eq!(refused("⟦m:3个||3|个⟧"), "t:1: a metric needs its name");
        assert_eq!(refused("⟦m:3个|名|3|个|big⟧"), "t:1: no kind of metric has that name");
        assert_eq!(
            refused("⟦b:*|thing⟧"),
            "t:1: a blank is ⟦b:token|type⟧, and no type is called \"thing\""
        );
        assert_eq!(refused("⟦z:*⟧"), "t:1: no mark is called ⟦z:");
        assert_eq!(refused("\n⟦s:四风"), "t:2: the mark never ends");
        assert_eq!(refused("四风⟧"), "t:1: ⟧ without ⟦");
        assert_eq!(refused("=== 别的\n甲"), "t:2: no part is called 别的");
        assert_eq!(Gold::sentences("t", "=> 甲").unwrap_err(), "t:1: nothing to repair");
    }
}
