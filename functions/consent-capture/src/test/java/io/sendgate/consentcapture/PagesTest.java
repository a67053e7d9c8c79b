package io.sendgate.consentcapture;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.aws.StoredForm;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class PagesTest {

    private static final String HOSTILE =
            "\"><script>alert(1)</script><img src=x"
                    + " onerror='alert(2)'>{page.phone}</label></title>";
    private final World world = new World();
    private final Pages pages = new Pages();
    private final StoredForm form =
            FormDefinitionTest.stored(world, "Ada Plumbing may send me text messages");

    @Test
    void whateverAPageIsGivenIsText() {
        StoredForm hostile = FormDefinitionTest.stored(world, HOSTILE);
        List<Page> all =
                List.of(
                        pages.form(hostile, HOSTILE, HOSTILE, List.of()),
                        pages.form(hostile, HOSTILE, HOSTILE, List.of(FormFault.values())),
                        pages.received(HOSTILE),
                        pages.confirm(HOSTILE, Optional.of(HOSTILE)),
                        pages.confirmed(HOSTILE));

        assertThat(all)
                .allSatisfy(
                        page -> {
                            assertThat(page.markup())
                                    .contains("&lt;script&gt;", "{page.phone}")
                                    .doesNotContain("<script", "<img");
                            assertThat(count(page.markup(), "</title>")).isEqualTo(1);
                        });
    }

    @Test
    void theBoxIsNeverTicked() {
        assertThat(pages.form(form, "Ada", "", List.of()).markup()).doesNotContain("checked");
        assertThat(pages.form(form, "Ada", "1", List.of(FormFault.PHONE_UNREADABLE)).markup())
                .contains("type=\"checkbox\"")
                .doesNotContain("checked");
    }

    @Test
    void everyFieldHasALabelAndTheWordsAreTheBoxsOwn() {
        String markup = pages.form(form, "Ada", "", List.of()).markup();

        assertThat(all("<label for=\"(\\w+)\"", markup))
                .containsExactly("phone", "agree", Submission.TRAP);
        assertThat(all("<input [^>]*\\bid=\"(\\w+)\"", markup))
                .containsExactly("phone", "agree", Submission.TRAP);
        assertThat(markup)
                .contains(">Ada Plumbing may send me text messages</label>")
                .contains("<html lang=\"en\">")
                .contains("name=\"viewport\" content=\"width=device-width, initial-scale=1\"");
    }

    @Test
    void errorsAreSummedUpAndLinkedToTheirFields() {
        Page page =
                pages.form(
                        form,
                        "Ada",
                        "call me",
                        List.of(FormFault.PHONE_UNREADABLE, FormFault.BOX_NOT_TICKED));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.markup())
                .contains("<title>Error: ")
                .contains("role=\"alert\"")
                .contains("<a href=\"#phone\">" + FormFault.PHONE_UNREADABLE.sentence())
                .contains("<a href=\"#agree\">" + FormFault.BOX_NOT_TICKED.sentence())
                .contains("value=\"call me\"");
        List<String> ids = all("\\bid=\"([\\w-]+)\"", page.markup());
        List<String> described =
                all("aria-(?:describedby|labelledby)=\"([\\w -]+)\"", page.markup()).stream()
                        .flatMap(names -> List.of(names.split(" ", -1)).stream())
                        .toList();
        assertThat(ids).doesNotHaveDuplicates().containsAll(described);
        assertThat(described).contains("phone-fault", "agree-fault", "faults-title");
    }

    @Test
    void anUntickedBoxAloneIsRefusedNotMalformed() {
        assertThat(pages.form(form, "Ada", "1", List.of(FormFault.BOX_NOT_TICKED)).status())
                .isEqualTo(422);
    }

    @Test
    void nothingIsLoadedFromAnywhereAndNoScriptRuns() {
        Page page = pages.form(form, "Ada", "", List.of());

        assertThat(page.markup()).doesNotContain("src=", "<link", "@import", "url(", "style=");
        assertThat(page.policy())
                .startsWith("default-src 'none'; style-src 'sha256-")
                .contains("frame-ancestors 'none'", "base-uri 'none'")
                .contains("form-action 'self' https://ada.example;")
                .doesNotContain("unsafe", "*");
    }

    @Test
    void thePolicyHasTheHashOfTheStyleThatIsInThePage() {
        Page page = pages.lapsed();

        String style = all("<style>([^<]*)</style>", page.markup()).getFirst();
        assertThat(style).contains(".field");
        assertThat(page.policy()).contains("'sha256-" + Sha256.base64(style) + "'");
    }

    @Test
    void theFormTellsUsWhereItWasPostedFromAndALinkTellsNobody() {
        assertThat(pages.form(form, "Ada", "", List.of()).referrer()).isEqualTo("same-origin");
        assertThat(pages.confirm("Ada", Optional.empty()).referrer()).isEqualTo("no-referrer");
    }

    @Test
    void aLapsedLinkIsGone() {
        assertThat(pages.lapsed().status()).isEqualTo(410);
        assertThat(pages.lapsed().markup()).doesNotContain("<form");
    }

    @Test
    void lookingAtALinkOffersAButtonAndNothingElse() {
        assertThat(pages.confirm("Ada", Optional.empty()).markup())
                .contains("<form method=\"post\">")
                .contains("<button type=\"submit\">");
    }

    private static List<String> all(String pattern, String markup) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(markup);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}
