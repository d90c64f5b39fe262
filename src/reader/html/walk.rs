//! Following the tags of a page.

use super::entity;
use super::tag::{Tag, Token, Tokens};
use crate::document::NoteKind;
use crate::reader::body::{Body, Style};
use crate::reader::line::Line;
use crate::reader::number_format::{self, NumberFormat, separated};
use crate::reader::{Revisions, limits};

/// Elements that begin and end a paragraph.
const BLOCKS: &[&str] = &[
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "html", "legend", "li", "main", "ol", "option", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
];

/// Elements that hold no text of the report.
const PASSED_OVER: &[&str] =
    &["head", "nav", "template", "svg", "button", "select", "object", "rt", "rp"];

/// Declarations that hide an element, or say that it is no part of the body.
const HIDING: &[&str] = &["display:none", "visibility:hidden", "mso-hide:all"];
const APART: &[(&str, NoteKind)] = &[
    ("mso-element:footnote-list", NoteKind::Footnotes),
    ("mso-element:endnote-list", NoteKind::Footnotes),
    ("mso-element:comment-list", NoteKind::Comments),
];

/// A list that is open.
struct List {
    /// The number of the next item and how it is written; `None` for a list without numbers.
    numbers: Option<(u32, &'static NumberFormat)>,
    /// What follows each number.
    mark: &'static str,
}

/// A walk over one page.
pub(super) struct Walk {
    revisions: Revisions,
    body: Body,
    line: Line,
    /// The level of the heading that is open.
    level: Option<u8>,
    lists: Vec<List>,
    /// For each open table, whether a cell of it is open.
    tables: Vec<bool>,
    /// An element that is passed over: its name and how many of this name are open.
    skipped: Option<(String, usize)>,
    /// How many `<pre>` and `<u>` are open.
    preformatted: usize,
    underlined: usize,
    /// Blanks that were read and not yet written, and whether a line break was among them.
    blanks: Option<bool>,
}

impl Walk {
    pub(super) fn new(revisions: Revisions) -> Self {
        Self {
            revisions,
            body: Body::default(),
            line: Line::default(),
            level: None,
            lists: Vec::new(),
            tables: Vec::new(),
            skipped: None,
            preformatted: 0,
            underlined: 0,
            blanks: None,
        }
    }

    pub(super) fn read(&mut self, html: &str) {
        // The clipboard of Windows puts the places of the fragment before it.
        let html = if html.starts_with("Version:") {
            html.find('<').map_or("", |start| &html[start..])
        } else {
            html
        };
        for token in Tokens::new(html) {
            if self.body.is_full() {
                return;
            }
            match (token, &mut self.skipped) {
                // A paragraph ends where the next one begins.
                (Token::Start(tag), Some((name, _)))
                    if name == "p" && tag.name.eq_ignore_ascii_case("p") =>
                {
                    self.skipped = None;
                    self.start(tag);
                }
                (Token::Start(tag), Some((name, open))) => {
                    *open += usize::from(tag.name.eq_ignore_ascii_case(name));
                }
                (Token::End(end), Some((name, open))) if end.eq_ignore_ascii_case(name) => {
                    *open -= 1;
                    if *open == 0 {
                        self.skipped = None;
                    }
                }
                (Token::Text(text), None) => self.text(text),
                (Token::Start(tag), None) => self.start(tag),
                (Token::End(name), None) => self.end(&name.to_ascii_lowercase()),
                (Token::End(_) | Token::Text(_), Some(_)) => {}
            }
        }
    }

    pub(super) fn finish(mut self) -> Body {
        self.end_paragraph();
        while self.tables.pop().is_some_and(|open| open) {
            self.body.end_cell();
        }
        self.body
    }

    fn start(&mut self, tag: Tag<'_>) {
        let name = tag.name.to_ascii_lowercase();
        let style = tag.style();
        if !tag.is_closed() && self.is_passed_over(&name, tag, &style) {
            self.skipped = Some((name, 1));
            return;
        }
        if BLOCKS.contains(&name.as_str()) {
            self.end_paragraph();
        }
        match name.as_str() {
            "br" => self.line_break(),
            "img" => self.body.picture(),
            "pre" => self.preformatted += 1,
            "u" => self.underlined += 1,
            "ol" | "ul" => self.begin_list(&name, tag, &style),
            "li" => self.item(tag, &style),
            "table" if self.tables.len() < limits::DEEPEST_LIST => self.tables.push(false),
            "tr" => self.end_row(),
            "td" | "th" => self.begin_cell(),
            _ => self.level = heading_level(&name, &style).or(self.level),
        }
    }

    fn end(&mut self, name: &str) {
        if BLOCKS.contains(&name) {
            self.end_paragraph();
        }
        match name {
            "pre" => self.preformatted = self.preformatted.saturating_sub(1),
            "u" => self.underlined = self.underlined.saturating_sub(1),
            "ol" | "ul" => drop(self.lists.pop()),
            "td" | "th" => self.end_cell(),
            "tr" => self.end_row(),
            "table" => {
                self.end_row();
                self.tables.pop();
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "p" => self.level = None,
            _ => {}
        }
    }

    /// Whether an element is left out, and noted where the reader should know.
    fn is_passed_over(&mut self, name: &str, tag: Tag<'_>, style: &str) -> bool {
        const EMPTY: &[&str] = &["br", "img", "hr", "input", "meta", "link", "col", "wbr"];
        if EMPTY.contains(&name) {
            return false;
        }
        if matches!(name, "ins" | "del") {
            self.body.note(NoteKind::Revisions);
            return (name == "del") == (self.revisions == Revisions::Accepted);
        }
        if let Some((_, kind)) = APART.iter().find(|(declaration, _)| style.contains(declaration)) {
            self.body.note(*kind);
            return true;
        }
        let hidden = tag.attribute("hidden").is_some() || HIDING.iter().any(|h| style.contains(h));
        if hidden && !matches!(name, "html" | "body") {
            self.body.note(NoteKind::HiddenText);
            return true;
        }
        PASSED_OVER.contains(&name)
    }

    fn end_paragraph(&mut self) {
        self.blanks = None;
        let text = self.line.take();
        self.body.paragraph(&text, Style { level: self.level });
    }

    fn line_break(&mut self) {
        self.blanks = None;
        self.line.push("\n");
    }

    fn begin_list(&mut self, name: &str, tag: Tag<'_>, style: &str) {
        let start = tag.attribute("start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
        let (format, mark) = list_style(tag, style);
        let numbers = (name == "ol").then(|| (start, number_format::by_name(format)));
        if self.lists.len() < limits::DEEPEST_LIST {
            self.lists.push(List { numbers, mark });
        }
    }

    fn item(&mut self, tag: Tag<'_>, style: &str) {
        let plain = style.contains("list-style-type:none") || style.contains("list-style:none");
        let Some(List { numbers: Some((next, format)), mark }) = self.lists.last_mut() else {
            return;
        };
        let value = tag.attribute("value").and_then(|value| value.trim().parse().ok());
        let number = value.unwrap_or(*next);
        *next = number.saturating_add(1);
        let text = format.write(number);
        if !text.is_empty() && !plain {
            self.line.push(&separated(text + mark, " "));
        }
    }

    fn begin_cell(&mut self) {
        self.end_cell();
        if let Some(open) = self.tables.last_mut() {
            *open = true;
            self.body.begin_cell();
        }
    }

    fn end_cell(&mut self) {
        if let Some(open) = self.tables.last_mut().filter(|open| **open) {
            *open = false;
            self.end_paragraph();
            self.body.end_cell();
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        self.body.end_row();
    }

    /// Appends text, its blanks made one as on a screen.
    fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let (c, len, literal) = match entity::read(rest) {
                Some((c, len)) => (c, len, true),
                None => (c, c.len_utf8(), false),
            };
            rest = &rest[len..];
            let blank = c.is_ascii_whitespace() && !literal;
            if blank && self.preformatted > 0 {
                self.write(c.encode_utf8(&mut [0; 4]));
            } else if blank {
                let has_break = self.blanks.unwrap_or(false) || c == '\n';
                self.blanks = Some(has_break);
            } else {
                self.write_blanks(c);
                self.write(c.encode_utf8(&mut [0; 4]));
            }
        }
    }

    /// Writes the blanks before `next`. A page is often broken into lines of some length; between
    /// two Chinese characters such a break is no blank.
    fn write_blanks(&mut self, next: char) {
        let Some(has_break) = self.blanks.take() else { return };
        let Some(last) = self.line.since(0).chars().next_back() else { return };
        let in_chinese = has_break && !last.is_ascii() && !next.is_ascii();
        if last != '\n' && !in_chinese {
            self.write(" ");
        }
    }

    fn write(&mut self, text: &str) {
        if self.underlined > 0 { self.line.push_underlined(text) } else { self.line.push(text) }
    }
}

/// `h2` is a heading; Word writes the level of any other paragraph into its style.
fn heading_level(name: &str, style: &str) -> Option<u8> {
    if let [b'h', digit @ b'1'..=b'6'] = name.as_bytes() {
        return Some(digit - b'0');
    }
    let (_, after) = style.split_once("mso-outline-level:").filter(|_| name == "p")?;
    after.bytes().next().filter(|digit| (b'1'..=b'9').contains(digit)).map(|digit| digit - b'0')
}

/// How a list writes its numbers, and the mark after them.
fn list_style(tag: Tag<'_>, css: &str) -> (&'static str, &'static str) {
    const STYLES: &[(&str, &str, &str)] = &[
        ("cjk-ideographic", "chineseCountingThousand", "、"),
        ("simp-chinese-informal", "chineseCountingThousand", "、"),
        ("trad-chinese-informal", "chineseCountingThousand", "、"),
        ("simp-chinese-formal", "chineseLegalSimplified", "、"),
        ("decimal-leading-zero", "decimalZero", "."),
        ("lower-alpha", "lowerLetter", "."),
        ("upper-alpha", "upperLetter", "."),
        ("lower-roman", "lowerRoman", "."),
        ("upper-roman", "upperRoman", "."),
        ("none", "none", ""),
    ];
    const TYPES: &[(&str, &str)] =
        &[("a", "lowerLetter"), ("A", "upperLetter"), ("i", "lowerRoman"), ("I", "upperRoman")];
    let declared = |style: &&(&str, &str, &str)| {
        ["list-style-type:", "list-style:"]
            .iter()
            .any(|property| css.contains(&format!("{property}{}", style.0)))
    };
    if let Some((_, format, mark)) = STYLES.iter().find(declared) {
        return (format, mark);
    }
    let written = tag.attribute("type");
    let known = TYPES.iter().find(|(own, _)| written == Some(own));
    (known.map_or("decimal", |(_, format)| format), ".")
}
