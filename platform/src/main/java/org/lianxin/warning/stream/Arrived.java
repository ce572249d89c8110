package org.lianxin.warning.stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record as it lay in its topic; shown to nobody. */
public record Arrived(String topic, int partition, long offset, byte[] value) {

    static Arrived of(ConsumerRecord<byte[], byte[]> each) {
        byte[] value = each.value();
        return new Arrived(each.topic(), each.partition(), each.offset(), value == null ? new byte[0] : value);
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset + " (" + value.length + " bytes)";
    }
}
