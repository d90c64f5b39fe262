//! Radicals (部首) that stand for whole characters.
//!
//! 一 and the radical ⼀ share a glyph. Word, WPS and Chromium look the glyph up the other way round when
//! they print, and find the radical: “⼀、主要⼯作” is numbered by nothing that anybody typed.

/// The characters of the radicals from U+2F00 on, in their order (Unicode, Kangxi Radicals).
const KANGXI: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴\
    廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿\
    目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵\
    邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// Radicals of simplified and other forms, each before its character (Unicode, Equivalent Unified
/// Ideographs).
const SUPPLEMENT: &str = "\
    ⺁厂⺄乙⺅亻⺉刂⺋卩⺗心⺘扌⺟母⺠民⺡氵⺣灬⺩王⺪疋⺬示⺭礻⺯糸⺰纟⺶羊⺼肉⺾艹⻁虎⻂衤⻄西⻅见⻆角⻈讠⻉贝⻋车\
    ⻌辶⻍辶⻏阝⻐钅⻓长⻔门⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟";

/// `text` with characters in place of radicals.
pub(super) fn resolved(text: String) -> String {
    if !text.contains(is_radical) {
        return text;
    }
    text.chars().map(character).collect()
}

fn is_radical(c: char) -> bool {
    ('\u{2E80}'..='\u{2FD5}').contains(&c)
}

fn character(c: char) -> char {
    let place = (c as u32).checked_sub(0x2F00).filter(|_| is_radical(c));
    let found = match place {
        Some(place) => KANGXI.chars().nth(place as usize),
        None if is_radical(c) => {
            let mut rest = SUPPLEMENT.chars().skip_while(|own| *own != c);
            rest.nth(1)
        }
        None => None,
    };
    found.unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_are_characters() {
        for (text, expected) in [
            ("⼀、主要⼯作", "一、主要工作"),
            ("⽔利⾬⿔", "水利雨龜"),
            ("⻅⻔⻓⺠", "见门长民"),
            ("水⺀", "水⺀"),
        ] {
            assert_eq!(resolved(text.to_owned()), expected);
        }
    }

    #[test]
    fn each_radical_has_its_character() {
        assert_eq!(KANGXI.chars().count(), 214);
        let pairs: Vec<char> = SUPPLEMENT.chars().collect();
        assert!(pairs.chunks(2).all(|pair| is_radical(pair[0]) && !is_radical(pair[1])));
    }
}
