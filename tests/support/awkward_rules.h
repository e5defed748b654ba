/*
 * awkward_rules.h - how a report describes the awkward files: rules of their sources, for
 * awkward_readable.c and awkward_faults.c.
 */
#ifndef GRADIENT_TESTS_AWKWARD_RULES_H
#define GRADIENT_TESTS_AWKWARD_RULES_H

#define MAP(column, role) "<map column=\"" column "\" as=\"" role "\"/>"
#define SET(role, value) "<set as=\"" role "\" to=\"" value "\"/>"
#define WHERE(column, value) "<where column=\"" column "\" is=\"" value "\"/>"
#define LABEL(role, from, to) "<label as=\"" role "\" from=\"" from "\" to=\"" to "\"/>"
#define MISSING(text, state) "<missing value=\"" text "\" means=\"" state "\"/>"

#define COMPENDIUM                                                                                 \
	MAP("YEAR", "period")                                                                      \
	MAP("NEW_CODE", "organisation")                                                            \
	MAP("ORG_TITLE", "organisation-name")                                                      \
	MAP("SEX_CODE", "sex")                                                                     \
	LABEL("sex", "P", "all")                                                                   \
	MAP("OBS", "numerator") MAP("DSR", "value") MAP("LOWER", "lower") MAP("UPPER", "upper")

#define AUTHORITIES                                                                                \
	SET("period", "2019")                                                                      \
	MAP("Upper Tier Local Authority District code (2019)", "organisation")                     \
	MAP("Upper Tier Local Authority District name (2019)", "organisation-name")                \
	MAP("IMD - Average score", "value")

#define MEDICINES(count)                                                                           \
	SET("period", "2018")                                                                      \
	MAP("BNFcode", "organisation")                                                             \
	MAP("BNFname", "organisation-name") MAP(count, "numerator") MAP("Quantity", "denominator")

#define SURVIVAL(lower)                                                                            \
	MAP("Geography code", "organisation")                                                      \
	MAP("Geography", "organisation-name")                                                      \
	"<series>" SET("period", "2000") MAP("survival_01", "value") MAP("lb_01", "lower")         \
		MAP("ub_01", "upper") "</series><series>" SET("period", "2003")                    \
			MAP("survival_04", "value") MAP(lower, "lower")                            \
				MAP("ub_04", "upper") "</series>"

/* Ages stand in two columns, from and to; the rows of two ages are taken. */
#define UPLOAD_NEXT(period)                                                                              \
	MAP("area_code", "organisation")                                                                 \
	MAP(period, "period")                                                                            \
	MAP("sex", "sex")                                                                                \
	MAP("count", "numerator")                                                                        \
	MAP("denominator", "denominator")                                                                \
	"<map column=\"deprivation_decile\" as=\"group\" classification=\"deprivation-decile\"/>" WHERE( \
		"age_from_years_inclusive", "5|15")

#define UPLOAD_NEXT_NUMBERED                                                                       \
	MAP("1", "organisation")                                                                   \
	MAP("3", "period")                                                                         \
	MAP("5", "sex")                                                                            \
	MAP("10", "numerator")                                                                     \
	MAP("12", "denominator")                                                                   \
	"<map column=\"8\" as=\"group\" classification=\"deprivation-decile\"/>" WHERE("6", "5|15")

#define UPLOAD(lower, upper)                                                                       \
	MAP("Year", "period")                                                                      \
	MAP("AreaCode", "organisation")                                                            \
	MAP("SexId", "sex")                                                                        \
	LABEL("sex", "4", "all")                                                                   \
	MAP("Count", "numerator")                                                                  \
	MAP("Denominator", "denominator")                                                          \
	MAP("Value", "value") MAP(lower, "lower") MAP(upper, "upper") MISSING("-1", "not-available")

#define SUBNATIONAL(indicator)                                                                     \
	MAP("Period", "period")                                                                    \
	MAP("AREACD", "organisation")                                                              \
	MAP("AREANM", "organisation-name") WHERE("Indicator", indicator)

#define ANTIPSYCHOTICS                                                                             \
	SET("period", "2021")                                                                      \
	SET("organisation", "E92000001")                                                           \
	MAP("group", "dimension")                                                                  \
	MAP("variable", "group")                                                                   \
	LABEL("dimension", "ageband", "age")                                                       \
	LABEL("dimension", "imd", "deprivation-quintile")                                          \
	LABEL("dimension", "ethnicity", "ethnic-category")                                         \
	LABEL("dimension", "region", "organisation")

#define WINDOWS "encoding=\"windows-1252\" skip-rows=\"1\""

#endif
