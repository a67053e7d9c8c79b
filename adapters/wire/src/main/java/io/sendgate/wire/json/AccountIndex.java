package io.sendgate.wire.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;

import io.sendgate.account.AccountId;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The accounts that one state speaks of, so that each id is spelt once and then is a small number.
final class AccountIndex {
    private final List<AccountId> accounts = new ArrayList<>();

    /// An index to write with: accounts get their numbers as they come.
    AccountIndex() {}

    /// An index to read with.
    AccountIndex(List<AccountId> accounts) {
        this.accounts.addAll(accounts);
    }

    /// The accounts in the order of their numbers.
    List<AccountId> accounts() {
        return List.copyOf(accounts);
    }

    private int number(AccountId account) {
        int known = accounts.indexOf(account);
        if (known >= 0) {
            return known;
        }
        accounts.add(account);
        return accounts.size() - 1;
    }

    static final class Writing extends JsonSerializer<AccountId> {
        @Override
        public void serialize(AccountId account, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            AccountIndex index = (AccountIndex) provider.getAttribute(AccountIndex.class);
            out.writeNumber(index.number(account));
        }
    }

    static final class Reading extends JsonDeserializer<AccountId> {
        @Override
        public AccountId deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            AccountIndex index = (AccountIndex) context.getAttribute(AccountIndex.class);
            int number = in.getIntValue();
            return number >= 0 && number < index.accounts.size()
                    ? index.accounts.get(number)
                    : (AccountId)
                            context.handleWeirdNumberValue(
                                    AccountId.class, number, "no such account in this state");
        }
    }
}
