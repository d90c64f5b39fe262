//! Cutting a file into groups, control words and bytes of text.

/// What stands next in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\par`, `\u20013`: the name and its number.
    Word(&'a str, Option<i32>),
    /// `\~`, `\*`: a control word of one sign.
    Symbol(u8),
    /// A byte of text, as it is or as `\'b5`.
    Byte(u8),
}

/// The longest name of a control word that has a meaning, in bytes.
const LONGEST_NAME: usize = 32;

/// Cuts a file, each byte once.
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// What follows a backslash.
    fn control(&mut self) -> Option<Token<'a>> {
        let rest = self.bytes.get(self.at..)?;
        let first = *rest.first()?;
        if !first.is_ascii_alphabetic() {
            self.at += 1;
            return Some(match first {
                b'\'' => self.hexadecimal(),
                // A line break after a backslash ends a paragraph.
                b'\r' | b'\n' => Token::Word("par", None),
                b'\\' | b'{' | b'}' => Token::Byte(first),
                symbol => Token::Symbol(symbol),
            });
        }
        let name_len = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let after = &rest[name_len..];
        let sign = usize::from(after.first() == Some(&b'-'));
        let digits = after[sign..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let number_len = if digits > 0 { sign + digits } else { 0 };
        let text = |bytes: &'a [u8]| std::str::from_utf8(bytes).unwrap_or_default();
        let number = text(&after[..number_len]).parse().ok();
        self.at += name_len + number_len;
        if self.bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        let name = text(&rest[..name_len.min(LONGEST_NAME)]);
        // Raw bytes of a picture: they may hold anything, braces too.
        if let ("bin", Some(length)) = (name, number) {
            self.at = self.at.saturating_add(usize::try_from(length).unwrap_or(0));
        }
        Some(Token::Word(name, number))
    }

    /// The byte of `\'b5`, whose `\'` is read.
    fn hexadecimal(&mut self) -> Token<'a> {
        let digits = self.bytes.get(self.at..self.at + 2).unwrap_or_default();
        let value = std::str::from_utf8(digits).ok().and_then(|d| u8::from_str_radix(d, 16).ok());
        self.at += if value.is_some() { 2 } else { 0 };
        Token::Byte(value.unwrap_or(b'?'))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            match byte {
                b'{' => return Some(Token::Open),
                b'}' => return Some(Token::Close),
                b'\\' => return self.control(),
                // Line breaks only keep the lines of the file short.
                b'\r' | b'\n' | 0 => {}
                byte => return Some(Token::Byte(byte)),
            }
        }
    }
}
