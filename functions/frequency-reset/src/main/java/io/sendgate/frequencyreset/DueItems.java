package io.sendgate.frequencyreset;

import io.sendgate.aws.AgendaMark;
import io.sendgate.gate.Agenda;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.List;

/// The agenda in DynamoDB, as the gate asks for it.
@Singleton
class DueItems implements Agenda {

    private static final String ENTRY = "S#";

    private final io.sendgate.aws.Agenda agenda;

    @Inject
    DueItems(io.sendgate.aws.Agenda agenda) {
        this.agenda = agenda;
    }

    @Override
    public List<Item> due(int shard, Instant now, int limit) {
        return agenda.due(shard, now, limit).stream().map(DueItems::item).toList();
    }

    private static Item item(AgendaMark mark) {
        return new Item(mark.shard(), mark.due(), mark.tag(), what(mark.sortKey()));
    }

    private static String what(String sortKey) {
        return sortKey.startsWith(ENTRY)
                ? Long.toString(Long.parseLong(sortKey.substring(ENTRY.length())))
                : sortKey;
    }

    @Override
    public void done(Item item) {
        String sortKey =
                item.what().startsWith("N#")
                        ? item.what()
                        : "%s%010d".formatted(ENTRY, Long.parseLong(item.what()));
        agenda.delete(new AgendaMark(item.tag(), item.due(), sortKey));
    }
}
