//! What control words mean, as far as they matter.

/// What a group is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Destination {
    /// Text of the body.
    #[default]
    Body,
    /// Nothing that is shown.
    Skipped,
    /// The fonts.
    Fonts,
    /// The styles.
    Styles,
    /// What a field is told to do.
    Instruction,
    /// The number of a list paragraph.
    Number,
}

/// Destinations by the control word that begins their group. Those after `\*` that are not here are
/// skipped, as the format asks.
#[rustfmt::skip]
const DESTINATIONS: &[(&str, Destination)] = &[
    ("fonttbl", Destination::Fonts),
    ("stylesheet", Destination::Styles),
    ("fldinst", Destination::Instruction),
    ("listtext", Destination::Number), ("pntext", Destination::Number),
    ("shpinst", Destination::Skipped), ("shptxt", Destination::Body), ("ud", Destination::Body),
    ("colortbl", Destination::Skipped), ("info", Destination::Skipped), ("upr", Destination::Skipped),
    ("header", Destination::Skipped), ("headerl", Destination::Skipped), ("headerr", Destination::Skipped),
    ("headerf", Destination::Skipped), ("footer", Destination::Skipped), ("footerl", Destination::Skipped),
    ("footerr", Destination::Skipped), ("footerf", Destination::Skipped), ("pict", Destination::Skipped),
    ("objdata", Destination::Skipped), ("objclass", Destination::Skipped), ("nonshppict", Destination::Skipped),
    ("shprslt", Destination::Skipped), ("footnote", Destination::Skipped), ("annotation", Destination::Skipped),
    ("atnid", Destination::Skipped), ("atnauthor", Destination::Skipped), ("xe", Destination::Skipped),
    ("tc", Destination::Skipped), ("pn", Destination::Skipped), ("listtable", Destination::Skipped),
    ("nonesttables", Destination::Skipped), ("private", Destination::Skipped), ("ftnsep", Destination::Skipped),
    ("ftnsepc", Destination::Skipped), ("aftnsep", Destination::Skipped), ("sn", Destination::Skipped),
    ("sv", Destination::Skipped), ("rxe", Destination::Skipped), ("txe", Destination::Skipped),
    ("revtbl", Destination::Skipped), ("filetbl", Destination::Skipped), ("ftncn", Destination::Skipped),
];

/// Control words that stand for a character.
#[rustfmt::skip]
const CHARACTERS: &[(&str, &str)] = &[
    ("tab", "\t"), ("line", "\n"), ("emdash", "—"), ("endash", "–"), ("bullet", "•"),
    ("lquote", "‘"), ("rquote", "’"), ("ldblquote", "“"), ("rdblquote", "”"),
    ("emspace", "\u{2003}"), ("enspace", "\u{2002}"), ("qmspace", "\u{2005}"),
];

/// The destination that a control word begins.
pub(super) fn destination(word: &str) -> Option<Destination> {
    DESTINATIONS.iter().find(|(own, _)| *own == word).map(|(_, destination)| *destination)
}

/// The character that a control word stands for.
pub(super) fn character(word: &str) -> Option<&'static str> {
    CHARACTERS.iter().find(|(own, _)| *own == word).map(|(_, text)| *text)
}
