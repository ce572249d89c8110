package org.lianxin.warning.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lianxin.order.IssueOrder;
import org.lianxin.order.OrderView;
import org.lianxin.order.Orders;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Uuid7;
import org.lianxin.shared.Viewer;

/** Orders by their cause; nothing of ladders. */
public final class InMemoryOrders implements Orders {

    public final Map<String, IssueOrder> byCause = new LinkedHashMap<>();
    private final Map<String, UUID> ids = new LinkedHashMap<>();
    public final List<String> met = new ArrayList<>();

    @Override
    public synchronized List<UUID> issue(List<IssueOrder> commands) {
        List<UUID> issued = new ArrayList<>();
        for (IssueOrder command : commands) {
            byCause.putIfAbsent(command.cause(), command);
            issued.add(ids.computeIfAbsent(command.cause(), cause -> Uuid7.next()));
        }
        return issued;
    }

    @Override
    public SignResult sign(UUID order, Viewer by) {
        return new SignResult.Signed(order);
    }

    @Override
    public void meet(UUID order, String outcomeCode, String note) {
        met.add(outcomeCode);
    }

    @Override
    public int withdrawOpen(SubjectRef subject, List<String> kinds, String reason) {
        return 0;
    }

    @Override
    public Optional<UUID> takeNext(Viewer viewer, List<String> kinds) {
        return Optional.empty();
    }

    @Override
    public List<OrderView> onSubject(SubjectRef subject) {
        return List.of();
    }
}
