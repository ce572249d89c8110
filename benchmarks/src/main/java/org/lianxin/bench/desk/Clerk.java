package org.lianxin.bench.desk;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.lianxin.bench.city.CityUnits;
import org.lianxin.bench.city.Person;
import org.lianxin.bench.load.HttpAnswer;
import org.lianxin.bench.load.HttpConnection;
import org.lianxin.bench.load.HttpRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at a desk: looks at something, thinks, looks at the next thing. */
final class Clerk {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long HIGHEST_MICROS = 300_000_000L;
    private static final int DIGITS = 3;
    private static final int REMEMBERED = 200;

    private final HttpConnection connection;
    private final HttpRequest requests;
    private final CityUnits units;
    private final SplittableRandom random;
    private final long seed;
    private final int known;
    private final Map<Reading, Histogram> latencies = new EnumMap<>(Reading.class);
    private final List<String> open = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private @Nullable String listPath;
    private @Nullable String next;
    private String complaint = "";
    private long failures;

    /** @param known how many people are in the database */
    Clerk(URI url, String cookie, CityUnits units, long seed, int known) {
        this.connection = new HttpConnection(url);
        this.requests = new HttpRequest(url, List.of("Cookie: " + cookie, "X-Lianxin: 1", "Accept-Language: zh"));
        this.units = units;
        this.random = new SplittableRandom(cookie.hashCode());
        this.seed = seed;
        this.known = known;
    }

    /** Works until the moment given, thinking so long on average. */
    void work(long endNanos, double thinkSeconds) throws IOException, InterruptedException {
        Thread.sleep((long) (random.nextDouble() * thinkSeconds * 1_000));
        look(Reading.QUEUE);
        look(Reading.CLOSED);
        while (System.nanoTime() < endNanos) {
            look(Reading.next(random));
            double think = -Math.log(1 - random.nextDouble()) * thinkSeconds;
            Thread.sleep((long) (Math.min(think, thinkSeconds * 4) * 1_000));
        }
        connection.close();
    }

    private void look(Reading reading) throws IOException {
        byte[] request = reading.request(this);
        if (request == null) {
            return;
        }
        long begun = System.nanoTime();
        HttpAnswer answer = connection.exchange(request);
        long micros = (System.nanoTime() - begun) / 1_000;
        if (!answer.isGood()) {
            failures++;
            complaint = complaint.isEmpty() ? reading + ": " + answer.status() + " " + answer.text() : complaint;
            return;
        }
        latencies
                .computeIfAbsent(reading, r -> new Histogram(HIGHEST_MICROS, DIGITS))
                .recordValue(Math.min(micros, HIGHEST_MICROS));
        if (reading.isList()) {
            remember(reading, new String(request, StandardCharsets.ISO_8859_1), JSON.readTree(answer.body()));
        }
    }

    private void remember(Reading reading, String request, JsonNode list) {
        if (reading != Reading.DEEPER) {
            listPath = request.split(" ", 3)[1];
        }
        next = list.path("next").stringValue(null);
        boolean isOpen = listPath != null && !listPath.contains("view=closed");
        List<String> ids = isOpen ? open : closed;
        list.path("items").forEach(item -> ids.add(item.required("id").stringValue()));
        if (ids.size() > REMEMBERED) {
            ids.subList(0, ids.size() - REMEMBERED).clear();
        }
    }

    HttpRequest requests() {
        return requests;
    }

    SplittableRandom random() {
        return random;
    }

    Person somebody() {
        return Person.of(seed, random.nextInt(known));
    }

    byte @Nullable [] nextPage() {
        return next == null || listPath == null ? null : requests.get(listPath + "&after=" + encoded(next));
    }

    @Nullable
    String openEpisode() {
        return open.isEmpty() ? null : open.get(random.nextInt(open.size()));
    }

    @Nullable
    String closedEpisode() {
        return closed.isEmpty() ? null : closed.get(random.nextInt(closed.size()));
    }

    byte @Nullable [] page(String path, @Nullable String id) {
        return id == null ? null : requests.get(path + id);
    }

    byte @Nullable [] opening() {
        String id = openEpisode();
        return id == null ? null : requests.post("/api/warning/episodes/" + id + "/open", "{\"purpose\":\"dissuade\"}");
    }

    String county(String code) {
        return units.get(code).id().toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Map<Reading, Histogram> latencies() {
        return latencies;
    }

    long failures() {
        return failures;
    }

    String complaint() {
        return complaint;
    }
}
