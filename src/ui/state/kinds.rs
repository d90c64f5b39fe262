//! What the page can be at: the lists, dialogs and messages there are.

use crate::text::Span;
use crate::view::Mark;
use crate::worker::Stage;
use yew::AttrValue;

/// What stands beside the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tab {
    /// The report at one glance (总览).
    #[default]
    Overview,
    /// The table of metrics (指标表).
    Metrics,
    /// The checklist of blanks (待填清单).
    Blanks,
    /// The findings (问题).
    Findings,
}

impl Tab {
    /// The tab that lists `mark`.
    #[must_use]
    pub(crate) fn of(mark: Mark) -> Self {
        match mark {
            Mark::Metric(_) => Self::Metrics,
            Mark::Blank(_) => Self::Blanks,
            Mark::Finding(_) => Self::Findings,
        }
    }
}

/// What lies over the text on a narrow screen. On a wide one it has its own column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Drawer {
    /// The outline.
    Outline,
    /// The lists.
    Panel,
}

/// A dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialog {
    /// What leaves this machine: nothing.
    Privacy,
    /// How to use the page.
    Help,
    /// Where the work is kept.
    Keeping,
    /// What can be taken away.
    Export,
    /// What sheets that came back would do.
    Sheets,
    /// The rules; one of them, by its id, is unfolded.
    Rules(Option<&'static str>),
}

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Print {
    /// The text, with what is open and what is wrong as numbered notes.
    Text,
    /// The lists alone.
    Lists,
}

/// What the page is at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Nothing.
    #[default]
    Idle,
    /// Reading and analysing.
    Working {
        /// The file's name.
        name: Option<AttrValue>,
        /// Whether it takes long.
        slow: bool,
        /// What is being done to it; `None` until somebody has begun.
        stage: Option<Stage>,
    },
}

/// How a message is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoticeKind {
    /// Something failed.
    Failed,
    /// Worth knowing as long as it is true.
    Remark,
    /// Something was done; it goes by itself.
    Done,
}

/// A message above the desk that stays until it is dismissed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Notice {
    /// How it is meant.
    pub(crate) kind: NoticeKind,
    /// What it says.
    pub(crate) text: AttrValue,
}

/// Where the input came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// A file, which can be read again in another encoding.
    File,
    /// Pasted or dropped text.
    Pasted,
    /// The text field, while somebody types in it.
    Typed,
    /// A project file, or what was kept in the browser.
    Project,
}

/// What somebody chose, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Selection {
    /// The place in the text: the only thing that links the panes.
    pub(crate) span: Span,
    /// Whether it was chosen in the text, so that the list has to follow; or the text has to.
    pub(crate) in_text: bool,
    /// Whether it came from the browser's own 后退, which is not to be remembered again.
    pub(crate) returned: bool,
    /// Whether the place in the text gets the focus; or the list keeps it.
    pub(crate) focus: bool,
    /// Counts up, so that choosing the same place twice shows it twice.
    pub(crate) turn: u32,
}
