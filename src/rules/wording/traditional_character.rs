//! A traditional character in a text that is otherwise simplified.

use crate::rules::{About, BlockView, Checked, Fix, Group, Rule, Severity, Site};
use crate::text::scanner::is_han;

pub(in crate::rules) struct TraditionalCharacter;

const ABOUT: About = About {
    id: "traditional-character",
    title: "夹杂繁体字",
    group: Group::Wording,
    on: true,
    severity: Severity::Warning,
    why: "简体文稿里冒出一个繁体字，多是从别处复制来的。",
    source: "《通用规范汉字表》",
    fix: Fix::Sometimes,
    bad: &["全面推进各项改革任務落地见效，取得阶段性成果。"],
    good: &["全面推进各项改革任务落地见效。", "繁體中文的資料，與簡體不同。"],
};

/// Characters that simplified texts have no use for, each before its simplified form. Those that
/// also write something else (乾 in 乾坤, 瞭 in 瞭望, 於 as a name) are left out.
#[rustfmt::skip]
const PAIRS: &str = "國国這这個个們们來来時时會会為为學学對对發发經经過过還还後后進进開开動动現现說说長长業业務务實实質质產产種种點点關关應应\
當当與与權权義义東东車车電电風风飛飞馬马魚鱼鳥鸟龍龙書书畫画報报場场塊块員员單单嚴严團团圍围圖图園园壓压塵尘壯壮夠够奮奋\
婦妇媽妈寫写寬宽專专將将導导層层歲岁島岛帶带幫帮廣广廳厅張张強强彈弹從从復复態态憲宪慶庆戰战戲戏戶户擁拥擇择擔担據据擴扩\
擊击擺摆數数斷断無无舊旧曉晓術术機机條条極极構构標标樣样樹树橋桥檢检歡欢歷历歸归殘残殺杀氣气沒没決决況况準准溝沟滅灭滿满\
漢汉潔洁濟济營营爭争爺爷獎奖獨独獲获環环盡尽監监盤盘眾众礎础確确禮礼積积穩稳窮穷節节築筑籌筹糧粮約约紀纪純纯紙纸級级納纳\
組组細细終终結结給给統统絕绝綠绿網网緊紧緒绪線线緣缘編编練练縣县縮缩總总績绩織织繼继續续罰罚習习聯联聲声職职聽听腳脚腦脑\
臨临舉举興兴藝艺藥药處处虛虚號号補补裝装規规視视覺觉覽览觀观計计訂订討讨訓训記记訪访設设許许訴诉診诊評评詞词試试詩诗話话\
該该詳详認认語语誤误請请論论諸诸謀谋講讲謝谢識识證证譯译議议護护讀读變变讓让豐丰貝贝負负財财貢贡貧贫貨货責责貫贯貴贵買买\
費费資资賓宾賞赏賽赛賴赖購购贏赢趕赶趙赵躍跃軍军軟软較较載载輕轻輛辆輸输轉转辦办農农達达遠远適适遲迟遷迁選选遺遗郵邮鄉乡\
釋释針针鋼钢錢钱錯错鎮镇鐵铁門门閉闭間间閱阅陣阵陽阳隊队際际險险難难雲云靈灵靜静頁页項项順顺須须預预領领頭头題题願愿類类\
顧顾顯显飲饮養养館馆驗验體体黨党齊齐齡龄優优億亿儘尽償偿儲储創创劃划勞劳勢势勵励區区協协廠厂雙双爾尔絲丝";

/// More of them are a passage in traditional characters, which is quoted on purpose.
const MOST: u32 = 2;

/// So many Han must stand in the block for it to be a simplified text.
const LEAST_HAN: usize = 12;

impl Rule for TraditionalCharacter {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn triggers(&self) -> Vec<&'static str> {
        pairs().map(|(traditional, _)| traditional).collect()
    }

    fn check_at(&self, site: &Site<'_>, checked: &mut Checked) {
        checked.traditional += 1;
        let Some((_, simplified)) = pairs().find(|(c, _)| *c == site.word) else { return };
        if checked.traditional <= MOST {
            let message = format!("“{}”是繁体字，简体文稿应当用“{simplified}”。", site.word);
            checked.findings.push(ABOUT.finding(site.span(), message).mended(simplified));
        }
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        let few = checked.traditional <= MOST;
        let simplified = || block.text.chars().filter(|c| is_han(*c)).nth(LEAST_HAN).is_some();
        if checked.traditional > 0 && !(few && simplified()) {
            checked.findings.retain(|finding| finding.rule != ABOUT.id);
        }
    }
}

/// Each traditional character with its simplified form; all of them take three bytes.
fn pairs() -> impl Iterator<Item = (&'static str, &'static str)> {
    let pair = |at: usize| Some((PAIRS.get(at..at + 3)?, PAIRS.get(at + 3..at + 6)?));
    (0..PAIRS.len()).step_by(6).filter_map(pair)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_character_stands_once_and_is_another_than_its_simplified_form() {
        let traditional: Vec<&str> = pairs().map(|pair| pair.0).collect();
        let simplified: BTreeSet<&str> = pairs().map(|pair| pair.1).collect();
        let twice: Vec<_> = (1..traditional.len())
            .filter(|&at| traditional[..at].contains(&traditional[at]))
            .map(|at| traditional[at])
            .collect();
        assert_eq!(twice, [""; 0]);
        assert_eq!(PAIRS.len() % 6, 0);
        let both: Vec<_> = traditional.iter().filter(|c| simplified.contains(**c)).collect();
        assert!(both.is_empty(), "{both:?}");
    }
}
