package org.lianxin.organisation.web;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.organisation.Staffing.NewPost;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.store.StaffRows;
import org.lianxin.organisation.store.StaffRows.PostView;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Role;
import org.lianxin.shared.Viewer;
import org.springframework.stereotype.Component;

/**
 * Nobody gives or takes what is not theirs to give: nothing to or from oneself, no unit beyond one's reach, and what counts for
 * everybody (rules, the log, all units) only by those whose own reach is all units.
 */
@Component
class Grants {

    /** Roles whose work reaches everybody, whatever the scope of their post. */
    private static final Set<Role> FOR_ALL = Set.of(Role.RULE_KEEPER, Role.PRIVACY_OFFICER);

    private static final SystemJob JOB = new SystemJob("organisation.grants", false);

    private final ScopedTransactions transactions;
    private final StaffRows staff;
    private final Units units;

    Grants(ScopedTransactions transactions, StaffRows staff, Units units) {
        this.transactions = transactions;
        this.staff = staff;
        this.units = units;
    }

    static boolean isBeyond(Viewer viewer, DataScope scope, Collection<Role> roles) {
        return viewer.scope() != DataScope.ALL
                && (scope == DataScope.ALL || roles.stream().anyMatch(FOR_ALL::contains));
    }

    /** Refuses when the viewer could not have given the person every post they hold, wherever it is. */
    void refuseGreater(Viewer viewer, UUID person) {
        for (PostView post : postsOf(person)) {
            List<Role> roles = post.roles().stream().map(Role::valueOf).toList();
            boolean reached = units.list().stream()
                    .anyMatch(unit -> unit.id().equals(post.unitId()) && viewer.reaches(unit.path()));
            if (!reached || isBeyond(viewer, DataScope.valueOf(post.scope()), roles)) {
                throw Refused.of(403, "organisation.beyond-scope", post.unitName() + " " + post.title());
            }
        }
    }

    /** As above for whoever holds the number, if anybody does. */
    void refuseGreater(Viewer viewer, String number) {
        UUID person = transactions.runAs(JOB, () -> staff.idOf(number)).orElse(null);
        if (person != null) {
            refuseGreater(viewer, person);
        }
    }

    /** All posts, also those outside of the viewer's scope. */
    List<PostView> postsOf(UUID person) {
        return transactions.runAs(JOB, () -> staff.postsOf(person));
    }

    /** Refuses a change of oneself that another administrator must make, and any change of somebody with greater rights. */
    void refuseChange(Viewer viewer, UUID person, StaffController.StaffRequest asked, List<NewPost> posts) {
        if (!person.equals(viewer.staffId())) {
            refuseGreater(viewer, person);
            return;
        }
        boolean blocked = asked.state() != null && !asked.state().equals("active");
        if (blocked || asked.password() != null || !now(person).equals(Set.copyOf(posts))) {
            throw own();
        }
    }

    static Refused own() {
        return Refused.of(403, "organisation.own-post");
    }

    private Set<NewPost> now(UUID person) {
        return postsOf(person).stream()
                .map(post -> new NewPost(
                        code(post.unitId()),
                        post.title(),
                        post.roles().stream().map(Role::valueOf).collect(Collectors.toSet()),
                        DataScope.valueOf(post.scope()),
                        post.chosen().stream().map(this::code).toList()))
                .collect(Collectors.toSet());
    }

    private String code(UUID unit) {
        return units.list().stream()
                .filter(each -> each.id().equals(unit))
                .findFirst()
                .map(Units.UnitRef::code)
                .orElse("");
    }
}
