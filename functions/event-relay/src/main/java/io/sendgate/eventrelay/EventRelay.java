package io.sendgate.eventrelay;

import io.sendgate.aws.Agenda;
import io.sendgate.aws.AgendaMark;
import io.sendgate.aws.CaseEvents;
import io.sendgate.aws.EventMaker;
import io.sendgate.aws.EventPublisher;
import io.sendgate.aws.PolicyEvents;
import io.sendgate.aws.Published;
import io.sendgate.aws.StreamRecords;
import io.sendgate.aws.StreamedItem;
import io.sendgate.aws.SuiteEvent;
import io.sendgate.aws.TableName;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Tells the world what the ledgers have recorded, and notes on the agenda what will be due.
///
/// Relaying a record again tells the same events with the same ids, so a batch may be repeated from
/// any
/// record on: nothing is lost, and nothing of one recipient overtakes anything else of them.
@Singleton
public class EventRelay {

    private final StreamRecords records;
    private final EventMaker events;
    private final CaseEvents cases = new CaseEvents();
    private final PolicyEvents policies = new PolicyEvents();
    private final Agenda agenda;
    private final EventPublisher publisher;

    /// A relay from the streams to the agenda and the topic.
    @Inject
    public EventRelay(
            StreamRecords records, EventMaker events, Agenda agenda, EventPublisher publisher) {
        this.records = records;
        this.events = events;
        this.agenda = agenda;
        this.publisher = publisher;
    }

    /// Relays a batch.
    ///
    /// @return the position of the first record that must be relayed again, with all after it;
    ///     empty
    ///     where every record is done
    public OptionalInt relay(List<StreamedItem> batch) {
        List<AgendaMark> marks = new ArrayList<>();
        List<SuiteEvent> told = new ArrayList<>();
        List<Integer> origins = new ArrayList<>();
        OptionalInt unreadable = OptionalInt.empty();
        for (int i = 0; i < batch.size() && unreadable.isEmpty(); i++) {
            if (read(batch.get(i), marks, told)) {
                while (origins.size() < told.size()) {
                    origins.add(i);
                }
            } else {
                unreadable = OptionalInt.of(i);
            }
        }
        return earlier(deliver(marks, told, origins), unreadable);
    }

    private boolean read(StreamedItem item, List<AgendaMark> marks, List<SuiteEvent> told) {
        try {
            if (item.table() == TableName.CASES) {
                told.addAll(cases.events(item));
                return true;
            }
            if (item.table() == TableName.POLICIES) {
                told.addAll(policies.events(item));
                return true;
            }
            if (!item.inserted() || item.table() != TableName.RECIPIENTS || !records.tells(item)) {
                return true;
            }
            Published record = records.published(item);
            record.due()
                    .map(due -> new AgendaMark(record.tag(), due, record.place().sortKey()))
                    .ifPresent(marks::add);
            told.addAll(events.events(record));
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private OptionalInt deliver(
            List<AgendaMark> marks, List<SuiteEvent> told, List<Integer> origins) {
        try {
            agenda.put(marks);
            List<Integer> failed = publisher.publish(told);
            return failed.stream().mapToInt(origins::get).min();
        } catch (RuntimeException e) {
            return OptionalInt.of(0);
        }
    }

    private static OptionalInt earlier(OptionalInt one, OptionalInt other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return OptionalInt.of(Math.min(one.getAsInt(), other.getAsInt()));
    }
}
