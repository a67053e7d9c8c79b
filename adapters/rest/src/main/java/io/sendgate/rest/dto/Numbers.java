package io.sendgate.rest.dto;

import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;

/// The numbers of one request, read in the account's country.
///
/// @param country ISO 3166 alpha-2, where a number without `+` is read
public record Numbers(NumberReader reader, String country) {

    private static final String NOT_A_NUMBER =
            "must be a telephone number, in E.164 or as it is written in the account's country";

    /// The number in a member of the body, valid or not.
    ///
    /// @param pointer the member's place in the body
    /// @throws ProblemException 400 `invalid-body` where the text spells no number
    public NumberReader.Reading reading(String text, String pointer) {
        return reader.read(text, country)
                .orElseThrow(() -> Problem.invalidBody(pointer, NOT_A_NUMBER).toException());
    }

    /// The number in a member of the body.
    ///
    /// @param pointer the member's place in the body
    /// @throws ProblemException 400 `invalid-body` where the text spells no number
    public PhoneNumber number(String text, String pointer) {
        return reading(text, pointer).number();
    }

    /// The number in a path or a query.
    ///
    /// @param name the parameter's name
    /// @throws ProblemException 400 `invalid-parameter` where the text spells no number
    public PhoneNumber parameter(String text, String name) {
        return reader.read(text, country)
                .orElseThrow(() -> Problem.invalidParameter(name, NOT_A_NUMBER).toException())
                .number();
    }

    /// A sender's id in one form: E.164 for a full number, else the text as it is.
    ///
    /// Short codes and names stay what they are, whatever digits they have.
    public String sender(String text, Channel channel) {
        String given = text.strip();
        boolean international = given.startsWith("+") || channel == Channel.WHATSAPP;
        return reader.read(given, country)
                .filter(reading -> reading.valid() || international)
                .map(reading -> reading.number().e164())
                .orElse(given);
    }
}
