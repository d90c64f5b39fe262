//! What a page is drawn with: its operators, as far as they place text, lines and pictures
//! (ISO 32000-1, 8 and 9).
//!
//! Text that is drawn invisibly is read: it is what a scanner has recognised under the picture of a
//! page. Text at an angle is none of the page's own, it is a watermark. Text outside the page and on
//! layers that are switched off is not seen by any reader of the paper.

use super::file::{File, Page};
use super::filter::Fault;
use super::font::Font;
use super::layers::Layers;
use super::lexer::{Lexer, Token};
use super::matrix::Matrix;
use super::object::{Dictionary, Object, Stream};
use super::path::{Path, Rule};
use crate::reader::{ReadError, limits, message};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A character on a page, in the page's own measure.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    /// What it shows; `None` if the file does not tell.
    pub(super) text: Option<Rc<str>>,
    /// Where it begins, on the line on which it stands.
    pub(super) start: (f64, f64),
    /// Where the next one begins.
    pub(super) end: (f64, f64),
    pub(super) size: f64,
    /// Whether the file says that it belongs to the page and not to the text: a running head.
    pub(super) is_artifact: bool,
}

/// What a page shows.
#[derive(Default)]
pub(super) struct Drawn {
    pub(super) glyphs: Vec<Glyph>,
    pub(super) rules: Vec<Rule>,
    pub(super) pictures: usize,
    /// How many shapes are painted; text that was turned into outlines consists of them.
    pub(super) shapes: usize,
}

/// Draws the pages of one file.
pub(super) struct Painter<'f, 'a> {
    file: &'f File<'a>,
    layers: Layers,
    /// The fonts that were read, by where their entries lie.
    fonts: BTreeMap<usize, Rc<Font>>,
    /// The bytes of forms that were drawn.
    forms: BTreeMap<usize, Rc<[u8]>>,
    /// How many bytes of content may still be drawn, and how many forms.
    bytes_left: usize,
    forms_left: usize,
    glyphs_left: usize,
}

/// The graphics state, as far as it matters.
#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    character_space: f64,
    word_space: f64,
    /// How much text is stretched, 1 being not at all.
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// One stream of content while it is drawn.
struct Run<'f> {
    resources: &'f Object,
    state: State,
    saved: Vec<State>,
    /// Where text stands, and where its line begins.
    text: Matrix,
    line: Matrix,
    path: Path,
    marks: Vec<Mark>,
}

/// What a marked passage is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Plain,
    Artifact,
    Hidden,
}

impl<'f, 'a> Painter<'f, 'a> {
    pub(super) fn new(file: &'f File<'a>) -> Self {
        Self {
            file,
            layers: Layers::new(file),
            fonts: BTreeMap::new(),
            forms: BTreeMap::new(),
            bytes_left: file.budget(),
            forms_left: limits::MOST_FORMS,
            glyphs_left: limits::MOST_GLYPHS,
        }
    }

    /// What a page shows, turned as it is shown.
    ///
    /// # Errors
    /// If it is drawn with more than any report is.
    pub(super) fn draw(&mut self, page: &Page<'f>) -> Result<Drawn, ReadError> {
        let mut content = Vec::new();
        let streams = self.file.get(page.entries, "Contents");
        let parts = if streams.stream().is_some() {
            std::slice::from_ref(streams)
        } else {
            streams.array()
        };
        for part in parts {
            let Some(stream) = self.file.resolve(part).stream() else { continue };
            match self.file.bytes(stream) {
                Ok(bytes) => content.extend(bytes),
                Err(Fault::TooLarge) => return Err(message::too_complex(super::file::WHAT)),
                Err(Fault::NotText) => {}
            }
            content.push(b'\n');
        }
        let state = State {
            matrix: Matrix::turned(page.turned),
            font: None,
            size: 1.0,
            character_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let mut drawn = Drawn::default();
        self.run(&content, page.resources, state, Mark::Plain, 0, &mut drawn)?;
        if drawn.rules.len() >= limits::MOST_RULES {
            drawn.rules.clear();
        }
        Ok(drawn)
    }

    fn run(
        &mut self,
        content: &[u8],
        resources: &'f Object,
        state: State,
        mark: Mark,
        depth: usize,
        drawn: &mut Drawn,
    ) -> Result<(), ReadError> {
        let too_complex = || message::too_complex(super::file::WHAT);
        self.bytes_left = self.bytes_left.checked_sub(content.len()).ok_or_else(too_complex)?;
        let mut run = Run {
            resources,
            state,
            saved: Vec::new(),
            text: Matrix::NONE,
            line: Matrix::NONE,
            path: Path::default(),
            marks: vec![mark],
        };
        let mut lexer = Lexer::new(content, 0);
        let mut operands = Vec::new();
        while let Some(token) = lexer.token() {
            let word = match token {
                Token::Object(object) => {
                    operands.push(object);
                    continue;
                }
                Token::Word(word) => word,
            };
            match word {
                b"ID" => {
                    lexer.skip_picture();
                    drawn.pictures += 1;
                }
                b"Do" => self.external(&run, &operands, depth, drawn)?,
                b"Tj" | b"'" | b"\"" | b"TJ" => {
                    run.before_text(word, &operands);
                    self.show(&mut run, &operands, drawn)?;
                }
                b"Tf" => self.set_font(&mut run, &operands),
                b"BMC" | b"BDC" => {
                    let mark = self.mark(&run, &operands);
                    run.marks.push(mark);
                }
                _ => run.operate(word, &operands, drawn),
            }
            operands.clear();
        }
        if lexer.is_spent() { Err(too_complex()) } else { Ok(()) }
    }

    /// An entry of a kind of resources; not yet resolved.
    fn resource(&self, run: &Run<'f>, kind: &str, name: &[u8]) -> &'f Object {
        let resources = self.file.resolve(run.resources).entries();
        let own = self.file.get(resources, kind).entries();
        own.0.get(name).unwrap_or(&Object::Null)
    }

    /// `/Im1 Do`: a picture, or a form that is drawn with content of its own.
    fn external(
        &mut self,
        run: &Run<'f>,
        operands: &[Object],
        depth: usize,
        drawn: &mut Drawn,
    ) -> Result<(), ReadError> {
        let name = operands.last().map_or(&[][..], Object::name);
        let object = self.file.resolve(self.resource(run, "XObject", name));
        let Some(stream) = object.stream() else { return Ok(()) };
        if self.file.get(&stream.entries, "Subtype").name() != b"Form" {
            drawn.pictures += 1;
            return Ok(());
        }
        let is_hidden = self.layers.hide(self.file, stream.entries.get("OC"));
        if depth >= limits::DEEPEST_FORM || is_hidden {
            return Ok(());
        }
        let too_complex = || message::too_complex(super::file::WHAT);
        self.forms_left = self.forms_left.checked_sub(1).ok_or_else(too_complex)?;
        let content = self.form(stream)?;
        let matrix = self.file.get(&stream.entries, "Matrix").array();
        let matrix: Vec<f64> =
            matrix.iter().filter_map(|number| self.file.resolve(number).number()).collect();
        let mut state = run.state.clone();
        state.matrix = Matrix::of(&matrix).unwrap_or(Matrix::NONE).then(state.matrix);
        let own = self.file.get(&stream.entries, "Resources");
        let resources = if *own == Object::Null { run.resources } else { own };
        self.run(&content, resources, state, run.mark(), depth + 1, drawn)
    }

    fn form(&mut self, stream: &'f Stream) -> Result<Rc<[u8]>, ReadError> {
        let key = std::ptr::from_ref(stream).addr();
        if let Some(known) = self.forms.get(&key) {
            return Ok(Rc::clone(known));
        }
        let bytes: Rc<[u8]> = match self.file.bytes(stream) {
            Ok(bytes) => bytes.into(),
            Err(Fault::TooLarge) => return Err(message::too_complex(super::file::WHAT)),
            Err(Fault::NotText) => Rc::default(),
        };
        self.forms.insert(key, Rc::clone(&bytes));
        Ok(bytes)
    }

    fn set_font(&mut self, run: &mut Run<'f>, operands: &[Object]) {
        let [.., name, size] = operands else { return };
        let entries: &Dictionary =
            self.file.resolve(self.resource(run, "Font", name.name())).entries();
        let file = self.file;
        let key = std::ptr::from_ref(entries).addr();
        let font = self.fonts.entry(key).or_insert_with(|| Rc::new(Font::new(file, entries)));
        run.state.font = Some(Rc::clone(font));
        run.state.size = size.number().unwrap_or(1.0);
    }

    /// What the passage is that begins here.
    fn mark(&self, run: &Run<'f>, operands: &[Object]) -> Mark {
        let tag = operands.first().map_or(&[][..], Object::name);
        let properties = operands.get(1).map_or(&[][..], Object::name);
        let is_hidden = tag == b"OC"
            && self.layers.hide(self.file, self.resource(run, "Properties", properties));
        match run.mark() {
            Mark::Hidden => Mark::Hidden,
            _ if is_hidden => Mark::Hidden,
            _ if tag == b"Artifact" => Mark::Artifact,
            mark => mark,
        }
    }

    /// Shows a string, or an array of strings and the moves between them.
    fn show(
        &mut self,
        run: &mut Run<'f>,
        operands: &[Object],
        drawn: &mut Drawn,
    ) -> Result<(), ReadError> {
        let Some(font) = run.state.font.clone() else { return Ok(()) };
        let Some(shown) = operands.last() else { return Ok(()) };
        let parts =
            if shown.array().is_empty() { std::slice::from_ref(shown) } else { shown.array() };
        for part in parts {
            if let Some(number) = part.number() {
                run.advance(&font, -number / 1000.0 * run.state.size, 0.0);
                continue;
            }
            for code in font.codes(part.text()) {
                let left = self.glyphs_left.checked_sub(1);
                self.glyphs_left = left.ok_or_else(|| message::too_complex(super::file::WHAT))?;
                let start = run.place();
                let word_space = if code.is_space { run.state.word_space } else { 0.0 };
                // In vertical lines a character is as high as its size.
                let width = if font.is_vertical { 1000.0 } else { code.width };
                let step = width / 1000.0 * run.state.size;
                run.advance(&font, step, run.state.character_space + word_space);
                let is_sign = code.text.as_deref() == Some("");
                if run.mark() != Mark::Hidden && !is_sign {
                    let (end, size) = (run.place(), run.height());
                    let is_artifact = run.mark() == Mark::Artifact;
                    drawn.glyphs.push(Glyph { text: code.text, start, end, size, is_artifact });
                }
            }
        }
        Ok(())
    }
}

impl Run<'_> {
    fn mark(&self) -> Mark {
        self.marks.last().copied().unwrap_or(Mark::Plain)
    }

    /// Where the next character begins.
    fn place(&self) -> (f64, f64) {
        self.text.then(self.state.matrix).place(0.0, self.state.rise)
    }

    /// How large text is.
    fn height(&self) -> f64 {
        let [_, _, c, d, ..] = self.text.then(self.state.matrix).0;
        (c * c + d * d).sqrt() * self.state.size.abs()
    }

    /// Goes on along the line, by a width and the space after it.
    fn advance(&mut self, font: &Font, width: f64, space: f64) {
        let step = width + space;
        let moved = if font.is_vertical {
            Matrix::moved(0.0, -step)
        } else {
            Matrix::moved(step * self.state.stretch, 0.0)
        };
        self.text = moved.then(self.text);
    }

    /// Begins a new line, this far from where the last one began.
    fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::moved(x, y).then(self.line);
        self.text = self.line;
    }

    /// What `'` and `"` do before they show their string.
    fn before_text(&mut self, word: &[u8], operands: &[Object]) {
        if let (b"\"", [Object::Number(words), Object::Number(characters), ..]) = (word, operands) {
            self.state.word_space = *words;
            self.state.character_space = *characters;
        }
        if matches!(word, b"'" | b"\"") {
            self.next_line(0.0, -self.state.leading);
        }
    }

    /// The operators that need nothing from the file.
    fn operate(&mut self, word: &[u8], operands: &[Object], drawn: &mut Drawn) {
        let numbers: Vec<f64> = operands.iter().filter_map(Object::number).take(6).collect();
        let at = |index: usize| numbers.get(index).copied().unwrap_or(0.0);
        match word {
            b"q" if self.saved.len() < limits::DEEPEST => self.saved.push(self.state.clone()),
            b"Q" => self.state = self.saved.pop().unwrap_or_else(|| self.state.clone()),
            b"cm" => {
                let matrix = Matrix::of(&numbers).unwrap_or(Matrix::NONE);
                self.state.matrix = matrix.then(self.state.matrix);
            }
            b"BT" => (self.text, self.line) = (Matrix::NONE, Matrix::NONE),
            b"Tm" => {
                self.line = Matrix::of(&numbers).unwrap_or(Matrix::NONE);
                self.text = self.line;
            }
            b"Td" => self.next_line(at(0), at(1)),
            b"TD" => {
                self.state.leading = -at(1);
                self.next_line(at(0), at(1));
            }
            b"T*" => self.next_line(0.0, -self.state.leading),
            b"Tc" => self.state.character_space = at(0),
            b"Tw" => self.state.word_space = at(0),
            b"Tz" => self.state.stretch = at(0) / 100.0,
            b"TL" => self.state.leading = at(0),
            b"Ts" => self.state.rise = at(0),
            b"EMC" if self.marks.len() > 1 => drop(self.marks.pop()),
            _ => self.path.operate(word, &numbers, self.state.matrix, drawn),
        }
    }
}
