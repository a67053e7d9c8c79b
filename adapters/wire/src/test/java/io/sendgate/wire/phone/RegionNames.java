package io.sendgate.wire.phone;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The letters of states and provinces by the names that libphonenumber gives places.
final class RegionNames {
    private static final String STATES =
            "Alabama=AL;Alaska=AK;Arizona=AZ;Arkansas=AR;California=CA;Colorado=CO;Connecticut=CT;"
                    + "Delaware=DE;Washington D.C.=DC;Florida=FL;Georgia=GA;Hawaii=HI;Idaho=ID;"
                    + "Illinois=IL;Indiana=IN;Iowa=IA;Kansas=KS;Kentucky=KY;Louisiana=LA;Maine=ME;"
                    + "Maryland=MD;Massachusetts=MA;Michigan=MI;Minnesota=MN;Mississippi=MS;"
                    + "Missouri=MO;Montana=MT;Nebraska=NE;Nevada=NV;New Hampshire=NH;New Jersey=NJ;"
                    + "New Mexico=NM;New York=NY;North Carolina=NC;North Dakota=ND;Ohio=OH;"
                    + "Oklahoma=OK;Oregon=OR;Pennsylvania=PA;Rhode Island=RI;South Carolina=SC;"
                    + "South Dakota=SD;Tennessee=TN;Texas=TX;Utah=UT;Vermont=VT;Virginia=VA;"
                    + "Washington State=WA;West Virginia=WV;Wisconsin=WI;Wyoming=WY";
    private static final String PROVINCES =
            "Alberta=AB;British Columbia=BC;Manitoba=MB;New Brunswick=NB;Newfoundland and"
                    + " Labrador=NL;Nova Scotia=NS;Northwest"
                    + " Territories=NT;Nunavut=NU;Ontario=ON;Prince Edward"
                    + " Island=PE;Quebec=QC;Saskatchewan=SK;Yukon=YT";

    /// Cities that the data gives without their region, and its one misspelling.
    private static final String ODD =
            "Toronto=ON;Philadelphia=PA;Watson Lake=YT;British Colombia=BC";

    private static final Map<String, String> BY_NAME = byName();

    private RegionNames() {}

    private static Map<String, String> byName() {
        Map<String, String> names = new HashMap<>();
        for (String list : List.of(STATES, PROVINCES, ODD)) {
            for (String pair : list.split(";")) {
                String[] parts = pair.split("=");
                names.put(parts[0], parts[1]);
                names.put(parts[1], parts[1]);
            }
        }
        return names;
    }

    /// All letters there are.
    static Set<String> all() {
        return Set.copyOf(BY_NAME.values());
    }

    /// The regions of a place: `Florida`, `Miami, FL`, `Nova Scotia/Prince Edward Island`.
    static Set<String> regionsOf(String place) {
        String tail = place.substring(place.lastIndexOf(", ") + 1).strip();
        return Arrays.stream(tail.split("/"))
                .map(
                        name -> {
                            if (!BY_NAME.containsKey(name)) {
                                throw new IllegalArgumentException("no region known for " + place);
                            }
                            return BY_NAME.get(name);
                        })
                .collect(Collectors.toSet());
    }
}
