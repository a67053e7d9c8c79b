package io.sendgate.accountstanding.errand;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.quarkus.arc.Unremovable;
import io.sendgate.account.AccountId;
import io.sendgate.accountstanding.cases.Findings;
import io.sendgate.aws.QueueErrand;
import io.sendgate.aws.SuiteEvent;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

/// The topic's errand: events that may open a case, as a queue brings them.
@Singleton
@Unremovable
public class HearFindings extends QueueErrand {

    private static final Logger LOG = Logger.getLogger(HearFindings.class);

    private final Findings findings;
    private final ObjectMapper json = new JsonMapper();

    /// The errand over what hears.
    public HearFindings(Findings findings) {
        this.findings = findings;
    }

    @Override
    public boolean workOff(String message) {
        try {
            findings.hear(event(message));
            return true;
        } catch (JsonProcessingException | RuntimeException failed) {
            LOG.warnf("An event was not heard: %s", failed.getClass().getName());
            return false;
        }
    }

    private SuiteEvent event(String message) throws JsonProcessingException {
        JsonNode event = json.readTree(message);
        return new SuiteEvent(
                event.path("id").asText(),
                event.path("type").asText(),
                AccountId.parse(event.path("account").asText()),
                message);
    }
}
