package org.lianxin.organisation.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.organisation.signin.InstanceStamp;
import org.lianxin.organisation.signin.OwnPassword;
import org.lianxin.organisation.store.StaffRows;
import org.lianxin.organisation.store.StaffRows.PostView;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;
import org.lianxin.shared.Viewer;
import org.springframework.stereotype.Component;

/** The signed-in person as their own screens show them. */
@Component
class MeViews {

    private final ScopedTransactions transactions;
    private final Units units;
    private final StaffRows staff;
    private final OwnPassword ownPassword;
    private final InstanceStamp stamp;
    private final Clock clock;

    MeViews(
            ScopedTransactions transactions,
            Units units,
            StaffRows staff,
            OwnPassword ownPassword,
            InstanceStamp stamp,
            Clock clock) {
        this.transactions = transactions;
        this.units = units;
        this.staff = staff;
        this.ownPassword = ownPassword;
        this.stamp = stamp;
        this.clock = clock;
    }

    record Me(
            UUID staffId,
            String staffNumber,
            String name,
            UnitView unit,
            PostTitle post,
            List<PostView> posts,
            Set<Role> roles,
            DataScope scope,
            List<UnitView> unitsInScope,
            Instant serverTime,
            boolean demo,
            String instance,
            String language,
            UUID sessionId,
            OwnPassword.Standing standing) {}

    record UnitView(UUID id, String code, String name, String level, String path) {
        static UnitView of(UnitRef unit) {
            return new UnitView(
                    unit.id(),
                    unit.code(),
                    unit.name(),
                    unit.level(),
                    unit.path().value());
        }
    }

    record PostTitle(UUID id, String title) {}

    Me me(Viewer viewer) {
        return transactions.run(viewer, () -> {
            List<PostView> posts = staff.postsOf(viewer.staffId());
            String title = posts.stream()
                    .filter(post -> post.id().equals(viewer.postId()))
                    .map(PostView::title)
                    .findFirst()
                    .orElse("");
            return new Me(
                    viewer.staffId(),
                    viewer.staffNumber(),
                    viewer.name(),
                    UnitView.of(units.get(viewer.unitId())),
                    new PostTitle(viewer.postId(), title),
                    posts,
                    new TreeSet<>(viewer.roles()),
                    viewer.scope(),
                    viewer.chosen().stream()
                            .flatMap(path -> units.find(path).stream())
                            .map(UnitView::of)
                            .toList(),
                    clock.instant(),
                    stamp.isDemo(),
                    stamp.name(),
                    staff.languageOf(viewer.staffId()),
                    viewer.sessionId(),
                    ownPassword.standing(viewer));
        });
    }
}
