package org.lianxin.warning.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The model that ships, on texts kept apart from its training. */
class ScamClassifierTest {

    private static final ScamClassifier CLASSIFIER = ScamClassifier.load();
    private static List<Example> heldOut = List.of();

    @BeforeAll
    static void read() throws IOException {
        heldOut = Examples.inFolder(Path.of("training/scam/held-out"));
    }

    private static Figures on(String source, String form) {
        List<Example> examples = heldOut.stream()
                .filter(each -> each.source().startsWith(source) && each.form().matches(form))
                .toList();
        assertThat(examples).as(source + " " + form).isNotEmpty();
        return Figures.of(source + " " + form, CLASSIFIER, examples);
    }

    @Test
    void recognisesNineFraudsInTenOfACorpusFileItHasNotSeen() {
        assertThat(on("teleantifraud-160338", "call").recall()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void recognisesNineFraudsInTenOfOurOwnTextsKeptApart() {
        assertThat(on("own-c-frauds", ".*").recall()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void suspectsAtMostOneOrdinaryCallInTwentyOfSourcesKeptApart() {
        assertThat(on("own-c-ordinary", "call").falseAlarmRate()).isLessThanOrEqualTo(0.05);
        assertThat(on("teleantifraud-normal", "call").falseAlarmRate()).isLessThanOrEqualTo(0.05);
    }

    @Test
    void suspectsAtMostTwoOrdinaryMessagesInAHundred() {
        assertThat(on("own-c-ordinary", "message").falseAlarmRate()).isLessThanOrEqualTo(0.02);
    }

    @ParameterizedTest
    @CsvSource({
        "刷单返利, 招兼职刷单，先垫付后返佣，一单一结，加V：ab123",
        "虚假投资理财, 跟着老师操作，内幕消息，保本高收益，稳赚不赔，今天入金",
        "虚假贷款, 您的贷款已批，因卡号填错被冻结，请先交解冻金才能放款",
        "冒充电商物流客服, 我是抖音客服，您开通了百万保障，不取消每月扣费800元，请下载会议软件共享屏幕",
        "冒充公检法, 我是市公安局的王警官，你涉嫌洗钱，把钱转到安全账户，不要告诉任何人",
        "虚假征信, 校园贷账户不注销会影响征信，请把借呗额度借出来转到清算账户",
        "冒充领导熟人, 小李，我是你领导，明天到我办公室来一趟，先帮我转两万，我不方便出面",
        "杀猪盘, 亲爱的，为了我们的未来，跟着我投资，我叔叔在交易所有内幕",
        "游戏交易, 小朋友免费领皮肤，用妈妈手机扫码解除防沉迷",
        "冒充军警购物, 我是武警支队后勤的，要订购折叠床，再帮我们代购牛肉罐头，钱一起结",
        "虚假购物, 恭喜您中奖，一等奖轿车一台，领奖先交手续费",
        "养老诈骗, 阿姨来听健康讲座免费领鸡蛋，养老项目每月返利，别告诉子女",
        "裸聊敲诈, 视频已录下，不转账就发给你通讯录的人",
        "退费诈骗, 培训机构学费退费通知，加入退费群登记，先充值激活"
    })
    void namesTheTypeOfAPlainCase(String type, String text) {
        assertThat(CLASSIFIER.classify(text).word()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"警方提醒：凡是让你先垫付刷单的都是诈骗，切勿转账，遇事拨打96110", "【工商银行】您的验证码是118820，请勿泄露给他人，银行工作人员不会索要", "妈，今晚加班，不用等我吃饭", "''"})
    void doesNotSuspectTheOrdinary(String text) {
        Suggestion suggestion = CLASSIFIER.classify(text);

        assertThat(suggestion.word()).isEqualTo("none");
        assertThat(suggestion.because()).isEmpty();
    }

    @Test
    void findsTheFraudAtTheEndOfALongInnocentTalk() {
        String innocent = "你好，今天天气真好，孩子放学了没有，晚上吃什么。".repeat(60);

        assertThat(CLASSIFIER.classify(innocent).word()).isEqualTo("none");
        assertThat(CLASSIFIER
                        .classify(innocent + "我是公安局的，你涉嫌洗钱，钱要转到安全账户，不许告诉家人。")
                        .word())
                .isEqualTo("冒充公检法");
    }

    @Test
    void everyReasonStandsInTheTextWordForWord() {
        for (Example each : heldOut) {
            Suggestion suggestion = CLASSIFIER.classify(each.text());
            assertThat(suggestion.because())
                    .hasSizeLessThanOrEqualTo(5)
                    .allSatisfy(reason -> assertThat(each.text()).contains(reason));
            assertThat(suggestion.confidence()).isBetween(0.0, 1.0);
            assertThat(suggestion.because().isEmpty())
                    .isEqualTo(suggestion.label().isEmpty());
        }
    }
}
