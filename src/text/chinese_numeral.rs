//! Chinese numerals (汉字数字): 一百二十三, 两千, 二〇二二.
