package org.lianxin.warning.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.order.OrderView;
import org.lianxin.order.Orders;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Slice;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.callercode.CallerCodes;
import org.lianxin.warning.callercode.Verdict;
import org.lianxin.warning.intake.Intake;
import org.lianxin.warning.intake.Receipt;
import org.lianxin.warning.intake.Sender;
import org.lianxin.warning.testing.Desks;
import org.lianxin.warning.testing.Doors;
import org.lianxin.warning.testing.TongliaoUnits;
import org.lianxin.warning.web.EpisodeDeedController.OutcomeRequest;
import org.lianxin.warning.web.EpisodeDetails.DetailView;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Story F1 without a browser: a warning becomes orders, a call, a visit and an outcome. */
@SpringBootTest(
        classes = {org.lianxin.Lianxin.class, Doors.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class EpisodeStoryTest {

    private static final String STREET = "内蒙古通辽市霍林郭勒市珠斯花街道";

    @Autowired
    private Intake intake;

    @Autowired
    private Units units;

    @Autowired
    private Orders orders;

    @Autowired
    private ScopedTransactions transactions;

    @Autowired
    private CallerCodes codes;

    @Autowired
    private EpisodeController lists;

    @Autowired
    private EpisodeContentController content;

    @Autowired
    private CallController calls;

    @Autowired
    private EpisodeDeedController deeds;

    private TongliaoUnits city() {
        return (TongliaoUnits) units;
    }

    private UUID warned(String address) {
        Sender sender = Sender.machine("national-platform", city().city, null);
        Receipt receipt = intake.accept(sender, Desks.signal(Clock.systemUTC().instant(), address));
        assertThat(receipt.outcome()).isEqualTo(Receipt.Outcome.ACCEPTED);
        return receipt.episodeId();
    }

    private List<OrderView> ordersOn(Viewer viewer, UUID episode) {
        return transactions.run(viewer, () -> orders.onSubject(new SubjectRef("warning", episode)));
    }

    private static EpisodeController.Filter nothing() {
        return new EpisodeController.Filter(null, null, null, null, null);
    }

    private static EpisodeController.Filter typed(String q) {
        return new EpisodeController.Filter(null, null, null, null, q);
    }

    private static OutcomeRequest outcome(String kind, Long saved, String how) {
        return new OutcomeRequest(kind, saved, how, null, null, null, null, null, null);
    }

    @Test
    void aWarningBecomesACallAndAVisitAndAnOutcomeTheCitySees() {
        UUID id = warned(STREET);
        Viewer cityClerk = Desks.clerk(city().city);
        DetailView first = lists.get(cityClerk, id);
        assertThat(first.state()).isEqualTo("open");
        assertThat(first.nameMasked()).isEqualTo("包*兰");
        assertThat(first.rules().stream().mapToInt(EpisodeViews.WhyView::weight).sum())
                .isEqualTo(first.rank());
        assertThat(first.orders()).extracting(OrderView::kind).containsExactlyInAnyOrder("call", "visit");
        assertThat(first.orders()).allMatch(each -> each.urgency().name().equals("MONEY_IN_MOTION"));

        var opened = content.open(cityClerk, id, new EpisodeContentController.OpenRequest("dissuade", null, null));
        assertThat(opened.name()).isEqualTo("包玉兰");
        assertThat(opened.nationalId()).contains("****");
        assertThat(opened.phones()).hasSize(2).allMatch(phone -> phone.masked().contains("****"));

        var call = calls.call(
                cityClerk,
                id,
                new CallController.CallRequest(opened.phones().getFirst().id(), null));
        var code = call.callerCode();
        assertThat(codes.verify(code.code(), code.lastFour(), "10.1.1.1")).isInstanceOf(Verdict.Genuine.class);
        assertThat(codes.verify(code.code(), code.lastFour(), "10.1.1.2")).isInstanceOf(Verdict.NotGenuine.class);

        UnitRef station = city().of(first.place().code().substring(0, 9));
        Viewer officer = Desks.officer(station);
        assertThatThrownBy(() -> lists.get(officer, id)).isInstanceOf(Refused.class);
        UUID visit = ordersOn(cityClerk, id).stream()
                .filter(each -> each.kind().equals("visit"))
                .findFirst()
                .orElseThrow()
                .id();
        var seen = content.open(officer, id, new EpisodeContentController.OpenRequest("visit", visit, null));
        assertThat(seen.address()).isEqualTo(STREET);
        transactions.run(officer, () -> orders.sign(visit, officer));

        OutcomeRequest reached =
                new OutcomeRequest("reached", 30_000_000L, "银行取消转账", null, "在银行柜台见到本人", null, null, visit, null);
        deeds.record(officer, id, reached);

        DetailView after = lists.get(cityClerk, id);
        assertThat(after.state()).isEqualTo("closed");
        assertThat(after.outcome().savedCents()).isEqualTo(30_000_000L);
        assertThat(after.orders())
                .allMatch(each -> each.state().equals("met") || each.state().equals("withdrawn"));
        assertThat(after.possibleVictim()).isTrue();
    }

    @Test
    void wa22_nobodyFoundIsFollowedByASearchAndCallsToOthers() {
        UUID id = warned(STREET);
        Viewer clerk = Desks.clerk(city().of("150581"));

        DetailView after = deeds.record(clerk, id, outcome("not-found", null, null));

        assertThat(after.state()).isEqualTo("searching");
        assertThat(after.orders().stream()
                        .filter(each -> each.state().equals("issued"))
                        .map(OrderView::kind))
                .contains("search", "call-others");
    }

    @Test
    void savedMoneyNeedsHowItIsKnown() {
        UUID id = warned(STREET);
        Viewer clerk = Desks.clerk(city().of("150581"));

        assertThatThrownBy(() -> deeds.record(clerk, id, outcome("reached", 100L, null)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("warning.outcome-saved-needs-how"));
    }

    @Test
    void wa14_anUnknownAddressWaitsInTheQueueUntilAPersonSaysWhereItIs() {
        UUID id = warned("住在老地方");
        Viewer clerk = Desks.clerk(city().city);
        assertThat(lists.routing(clerk, null, 200).items())
                .extracting(EpisodeController.UnclearView::episodeId)
                .contains(id.toString());

        DetailView routed = deeds.route(clerk, id, new EpisodeDeedController.RouteRequest("150581001"));

        assertThat(routed.state()).isEqualTo("open");
        assertThat(routed.orders().stream()
                        .filter(each -> each.state().equals("issued"))
                        .map(OrderView::kind))
                .contains("visit", "call");
    }

    @Test
    void isFoundByNameInitialsLastFourAndNumber() {
        UUID id = warned(STREET);
        Viewer clerk = Desks.clerk(city().city);
        DetailView detail = lists.get(clerk, id);
        for (String q : List.of("包玉兰", "玉兰", "byl", detail.phoneMasked().substring(7), detail.number())) {
            Slice<EpisodeViews.ItemView> found = lists.list(clerk, "centre", typed(q), null, 200);
            assertThat(found.items())
                    .as(q)
                    .extracting(EpisodeViews.ItemView::id)
                    .contains(id.toString());
        }
        assertThat(lists.list(clerk, "centre", typed("王小明"), null, 50).items()).isEmpty();
    }

    @Test
    void anotherCountyFindsNothing() {
        UUID id = warned(STREET);
        Viewer elsewhere = Desks.clerk(city().of("150521"));

        assertThatThrownBy(() -> lists.get(elsewhere, id)).isInstanceOf(Refused.class);
        assertThat(lists.list(elsewhere, "centre", nothing(), null, 200).items())
                .extracting(EpisodeViews.ItemView::id)
                .doesNotContain(id.toString());
        assertThatThrownBy(() ->
                        content.open(elsewhere, id, new EpisodeContentController.OpenRequest("dissuade", null, null)))
                .isInstanceOf(Refused.class);
    }
}
