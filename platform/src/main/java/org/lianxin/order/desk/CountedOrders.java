package org.lianxin.order.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.lianxin.order.OrderFigures;
import org.lianxin.order.OrderView;
import org.lianxin.order.domain.Actor;
import org.lianxin.order.store.FigureStore;
import org.lianxin.organisation.Units;
import org.springframework.stereotype.Component;

/** The figures other modules draw. */
@Component
class CountedOrders implements OrderFigures {

    private final FigureStore figures;
    private final OrderViews views;
    private final Units units;

    CountedOrders(FigureStore figures, OrderViews views, Units units) {
        this.figures = figures;
        this.views = views;
        this.units = units;
    }

    @Override
    public List<OrderView> soonest(UUID unit, int most) {
        return views.of(figures.soonest(units.get(unit).path(), most), Actor.service("order.figures"));
    }

    @Override
    public List<Load> loads(UUID unit) {
        return figures.loads(units.get(unit).path(), below(unit));
    }

    @Override
    public Late late(UUID unit) {
        List<String> all = new ArrayList<>(below(unit));
        all.add(unit.toString());
        return figures.late(all);
    }

    private List<String> below(UUID unit) {
        return units.below(unit).stream().map(each -> each.id().toString()).toList();
    }
}
