package org.lianxin.warning.classify;

import java.util.Arrays;

/** Traditional characters that occur in the lexicon's words, with their simplified forms. */
final class Simplified {

    private static final String PAIRS = "轉转帳账戶户號号賬账銀银協协議议證证話话電电請请預预訂订單单購购買买賣卖員员務务傭佣開开關关閉闭連连續续發发"
            + "給给錢钱錄录視视頻频鏈链網网頁页點点擊击載载裝装軟软體体軍军隊队採采項项資资財财產产報报導导師师專专業业經经紀纪貸贷額额還还"
            + "費费稅税險险係系統统無无與与為为個个們们這这裡里來来對对會会時时間间問问題题實实際际現现檢检測测異异動动覺觉從从當当"
            + "萬万億亿圓圆幣币兌兑換换領领獎奖賽赛禮礼鬆松賺赚勞劳務务職职讓让課课學学費费退退貨货遞递質质壞坏損损賠赔償偿補补貼贴"
            + "養养療疗藥药醫医診诊聽听說说講讲談谈愛爱戀恋寶宝貝贝親亲媽妈爺爷奶奶孫孙兒儿女女婦妇綁绑劫劫槍枪殺杀豬猪盤盘騙骗詐诈"
            + "謊谎陷陷阱阱風风險险監监獄狱拘拘捕捕傳传喚唤審审訊讯據据據据檔档絕绝對对遊游戲戏裝装備备幣币賭赌場场贏赢輸输內内幕幕漲涨"
            + "跌跌標标準准牆墙訊讯號号碼码驗验認认證证識识別别掃扫維维護护脅胁壓压緊紧張张車车禍祸傷伤搶抢救救處处罰罚繳缴納纳滯滞"
            + "凍冻結结鎖锁廳厅據据機机關关緝缉毒毒洗洗錢钱黨党領领導导書书記记長长廠厂總总裁裁辦办公公室室聯联繫系絡络訪访間间後后"
            + "進进選选擇择確确認认輕轻優优惠惠樂乐團团隊队夥伙鄰邻應应該该將将讀读寫写團团員员東东區区廣广門门際际郵邮遺遗";
    private static final String FROM;
    static final String TABLE;

    static {
        long[] pairs = new long[PAIRS.length() / 2];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = ((long) PAIRS.charAt(2 * i) << 16) | PAIRS.charAt(2 * i + 1);
        }
        long[] sorted = Arrays.stream(pairs).sorted().distinct().toArray();
        StringBuilder from = new StringBuilder();
        StringBuilder to = new StringBuilder();
        for (long pair : sorted) {
            from.append((char) (pair >>> 16));
            to.append((char) pair);
        }
        FROM = from.toString();
        TABLE = to.toString();
    }

    private Simplified() {}

    /** Index of {@code c} in {@link #TABLE}'s order, or a negative number. */
    static int find(char c) {
        int low = 0;
        int high = FROM.length() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Character.compare(FROM.charAt(middle), c);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
