//! Text that a website spliced in (specification §4).

use super::repair;
use crate::injected::{Injected, InjectedKind};
use crate::rules::{About, BlockView, Checked, Finding, Fix, Group, Rule, Severity};

pub(in crate::rules) struct SplicedWatermark;

const ABOUT: About = About {
    id: "spliced-watermark",
    title: "夹带的网站文字",
    group: Group::Injected,
    on: true,
    severity: Severity::Warning,
    why: "从网上取来的文字常被插入网站名称、网址或付费提示，印出来十分难堪。",
    source: "编辑惯例",
    fix: Fix::Always,
    bad: &[
        "考核指标在全市率先完成。笔杆儿网www.bgzjy.cn",
        "（本文来源：第一范文网www.diyifanwen.com）进入下一阶段",
    ],
    good: &["据新华网、人民网报道", "关注“学习强国”平台"],
};

impl Rule for SplicedWatermark {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        let spliced = block.injected.iter().filter(|piece| {
            !matches!(piece.kind, InjectedKind::PageChrome | InjectedKind::SpliceMarker)
        });
        checked.findings.extend(spliced.map(|piece| Finding {
            severity: severity(piece),
            fix: repair(piece),
            ..ABOUT.finding(piece.span, message(piece))
        }));
    }
}

fn severity(piece: &Injected) -> Severity {
    match piece.kind {
        InjectedKind::BareAddress | InjectedKind::Bait if piece.confidence < 80 => Severity::Info,
        _ => Severity::Warning,
    }
}

fn message(piece: &Injected) -> String {
    let what = match piece.kind {
        InjectedKind::SiteWatermark => "此处夹入了网站名称和网址，应当删去。",
        InjectedKind::BareAddress => "正文中有网址，请核对是否为网站夹带。",
        InjectedKind::Paywall => "此处是网站的付费或预览提示，正文可能不完整。",
        InjectedKind::Boilerplate => "此处是文档网站的说明文字，应当删去。",
        InjectedKind::Bait => "此处是网站的关注或联系信息，应当删去。",
        InjectedKind::JamCode => "此处是论坛防复制的乱码，应当删去。",
        InjectedKind::PageChrome | InjectedKind::SpliceMarker => "",
    };
    match piece.missing_characters {
        Some(count) => format!("{what}据提示，正文缺失约{count}字。"),
        None => what.to_owned(),
    }
}
