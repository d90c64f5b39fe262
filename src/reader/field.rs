//! Fields (域) of Word, in all of its formats: an instruction, which is not shown, and its result,
//! which is.

use super::{limits, line};

/// A field that has begun and not ended.
#[derive(Debug, Default)]
pub(super) struct Field {
    /// What it is told to do: ` PAGE \* MERGEFORMAT `.
    pub(super) instruction: String,
    /// Whether its result has begun.
    pub(super) in_result: bool,
    /// Whether it is a box of a form (窗体域), to be filled in.
    pub(super) is_form: bool,
    /// Whether the box of a form is ticked, if it is one to tick.
    pub(super) ticked: Option<bool>,
    /// Where its result begins in the line.
    pub(super) start: usize,
}

impl Field {
    /// Its name: `TOC`.
    fn name(&self) -> &str {
        self.instruction.split_whitespace().next().unwrap_or_default()
    }

    /// Whether it is a table of contents (目录).
    pub(super) fn is_contents(&self) -> bool {
        self.name().eq_ignore_ascii_case("TOC")
    }

    /// What is shown of a field without result.
    pub(super) fn shown(&self) -> Option<String> {
        if let Some(ticked) = self.ticked {
            return Some(if ticked { "☑" } else { "□" }.to_owned());
        }
        // MACROBUTTON NoMacro [单击此处输入]: the prompt that old templates are filled in by.
        if self.name().eq_ignore_ascii_case("MACROBUTTON") {
            let mut words = self.instruction.trim().splitn(3, char::is_whitespace);
            return Some(line::blank(words.nth(2).unwrap_or_default()));
        }
        None
    }
}

/// The fields around the place that is read.
#[derive(Debug, Default)]
pub(super) struct Fields(pub(super) Vec<Field>);

impl Fields {
    /// A field begins. Of fields that are never closed the outermost is forgotten, since all of them
    /// are looked at for every piece of text.
    pub(super) fn begin(&mut self, field: Field) {
        if self.0.len() >= limits::DEEPEST_FIELD {
            self.0.remove(0);
        }
        self.0.push(field);
    }

    /// The paragraph ends, and with it what the results were written to.
    pub(super) fn next_paragraph(&mut self) {
        for field in &mut self.0 {
            field.start = 0;
        }
    }

    /// Whether text is shown here: in no instruction, and in no table of contents.
    #[cfg(feature = "documents")]
    pub(super) fn show(&self) -> bool {
        self.0.iter().all(|field| field.in_result && !field.is_contents())
    }
}
