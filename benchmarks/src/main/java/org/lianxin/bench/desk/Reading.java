package org.lianxin.bench.desk;

import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.bench.city.Person;
import org.lianxin.bench.city.Place;
import org.lianxin.bench.load.HttpRequest;

/** What a clerk looks at. The weights say how often, out of a hundred looks. */
enum Reading {
    QUEUE(20, "queue of the centre"),
    MINE(8, "my own queue"),
    COUNTS(8, "counts of the queues"),
    FILTERED(6, "queue by county and level"),
    CLOSED(4, "closed, newest first"),
    CLOSED_FILTERED(4, "closed by county and kind"),
    DEEPER(8, "next page of the same list"),
    NAME(6, "search by name"),
    INITIALS(3, "search by pinyin initials"),
    PHONE(3, "search by whole telephone number"),
    LAST_FOUR(2, "search by last four digits"),
    EPISODE(10, "episode page, open"),
    OLD_EPISODE(5, "episode page, closed"),
    OPEN(5, "opened for a purpose"),
    INBOX(3, "inbox of the unit"),
    INBOX_DONE(1, "inbox, done today"),
    BOARD(2, "order board of a county"),
    WALLBOARD(2, "wallboard of the city");

    private final int weight;
    private final String title;

    Reading(int weight, String title) {
        this.weight = weight;
        this.title = title;
    }

    String title() {
        return title;
    }

    static Reading next(SplittableRandom random) {
        int total = 0;
        for (Reading each : values()) {
            total += each.weight;
        }
        int at = random.nextInt(total);
        for (Reading each : values()) {
            at -= each.weight;
            if (at < 0) {
                return each;
            }
        }
        throw new IllegalStateException("weights do not add up");
    }

    /** Whether the answer is a list of episodes that can be paged on. */
    boolean isList() {
        return switch (this) {
            case QUEUE, MINE, FILTERED, CLOSED, CLOSED_FILTERED, DEEPER, NAME, INITIALS, PHONE, LAST_FOUR -> true;
            default -> false;
        };
    }

    /** The request, or none when there is nothing to look at yet. */
    byte @Nullable [] request(Clerk clerk) {
        SplittableRandom random = clerk.random();
        HttpRequest get = clerk.requests();
        Person somebody = clerk.somebody();
        Place place = Place.all().get(random.nextInt(Place.all().size()));
        String list = "/api/warning/episodes?size=50&view=";
        return switch (this) {
            case QUEUE -> get.get(list + "centre");
            case MINE -> get.get(list + "mine");
            case COUNTS -> get.get("/api/warning/episodes/counts");
            case FILTERED -> get.get(list + "centre&level=high&county=" + place.countyCode());
            case CLOSED -> get.get(list + "closed");
            case CLOSED_FILTERED -> get.get(list + "closed&scamType=fake-loan&county=" + place.countyCode());
            case DEEPER -> clerk.nextPage();
            case NAME -> get.get(list + "closed&q=" + Clerk.encoded(somebody.name()));
            case INITIALS ->
                get.get(list + "closed&q=" + org.lianxin.warning.domain.PinyinInitials.of(somebody.name()));
            case PHONE -> get.get(list + "closed&q=" + somebody.phone());
            case LAST_FOUR -> get.get(list + "closed&q=" + somebody.phone().substring(7));
            case EPISODE -> clerk.page("/api/warning/episodes/", clerk.openEpisode());
            case OLD_EPISODE -> clerk.page("/api/warning/episodes/", clerk.closedEpisode());
            case OPEN -> clerk.opening();
            case INBOX -> get.get("/api/order/inbox?unit=unit&state=open");
            case INBOX_DONE -> get.get("/api/order/inbox?unit=unit&state=done-today");
            case BOARD -> get.get("/api/order/board?unit=" + clerk.county(place.countyCode()));
            case WALLBOARD -> get.get("/api/warning/wallboard");
        };
    }

    static String key() {
        return UUID.randomUUID().toString();
    }
}
