/*
 * format.h - figures, periods, dates and names as printed.
 *
 * One figure has one form in tables, charts and text alternatives; sentences may use a rounder one by the
 * rules below. A figure that stands beside its interval has the form of the interval. Nothing else in the program turns a number into words.
 */
#ifndef GRADIENT_WORDS_FORMAT_H
#define GRADIENT_WORDS_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "model/result.h"
#include "model/strings.h"

struct arena;

struct words {
	struct arena *arena;
	const struct strings *strings;
	const struct results *results;
	/*
	 * The register of sentences: plain, or technical with "statistically significantly" and intervals. A text
	 * that differs there has a second one in the table, "id.technical".
	 */
	bool technical;
	/*
	 * Lists of groups that are cut short end with WORDS_TABLE_MARK, in whose place a table of all of them is
	 * named; words alone have none.
	 */
	bool refers;
};

#define WORDS_TABLE_MARK '\x1a'

/* A sentence without such marks. */
const char *words_without_table(const struct words *words, const char *sentence);

/* A text of the table, filled in. placeholders end with a NULL name. */
const char *words_fill(const struct words *words, enum string_id id,
		       const struct placeholder *placeholders);

/* A text that counts, in the form for the number, which {n} stands for; other is its last form. */
const char *words_counted(const struct words *words, enum string_id other, size_t number,
			  const struct placeholder *placeholders);

/* The first letter in upper case. */
const char *words_capital(const struct words *words, const char *text);

/* Digits with commas and the true minus sign. */
const char *words_number(const struct words *words, double number, unsigned decimals);

/* A level of confidence as a percentage: "95", "99.8"; of 0 that of the report. */
const char *words_confidence(const struct words *words, double confidence);

/*
 * A figure of a measure as tables and charts print it: "45.9%", "8,462", "1.57". decimals may be
 * DECIMALS_BY_RULE.
 */
const char *words_figure(const struct words *words, int indicator, enum measure measure,
			 double number, int decimals);

/*
 * The same, or the shorthand of its state in brackets; "[k]" of a figure that rounds to zero and is not. In a
 * sentence that is said in words: "less than 0.1%".
 */
const char *words_value(const struct words *words, int indicator, enum measure measure,
			const struct value *value, int decimals);
const char *words_value_said(const struct words *words, int indicator, enum measure measure,
			     const struct value *value, int decimals);

/* What is closer to zero than one of the last digit: "less than 0.1%", "between −0.1 and 0". */
const char *words_below(const struct words *words, int indicator, enum measure measure,
			bool negative, unsigned decimals);

/* A limit of an interval, in place of the estimate of value: it keeps its digits when it rounds to zero. */
const char *words_limit(const struct words *words, int indicator, enum measure measure,
			const struct value *value, int decimals);

/*
 * True of a shown figure that is printed as zero and is not. Of one that rests on exact counts behind rounded ones
 * nobody is told: its digits are all that is known of it.
 */
bool words_rounds_to_zero(const struct words *words, int indicator, enum measure measure,
			  const struct value *value, int decimals);

const char *words_quantity(const struct words *words, const struct quantity *quantity);

/* "44.1% to 47.7%"; "" when there is none; the shorthand when the value is not shown. */
const char *words_interval(const struct words *words, int indicator, enum measure measure,
			   const struct value *value, int decimals);

/*
 * A figure in a sentence: counts exact, rates to 3 significant figures, ratios to 1 decimal, percentages
 * whole when both they and other are 10 or more and differ by 2 or more after rounding, and when they are
 * exactly 0 or 100. other may be NULL: then 1 decimal. Never more decimals than in tables, and as in tables
 * where two rates would else be printed alike. A figure that rounds to zero and is not: "less than 0.1%".
 */
const char *words_in_sentence(const struct words *words, int indicator, enum measure measure,
			      double number, const double *other);

/*
 * A gap in a sentence behind that of its ends: with no more decimals than they have there. *adds_up: the
 * printed ends differ by what is printed.
 */
const char *words_gap_in_sentence(const struct words *words, int indicator, double gap,
				  double first, double second, bool *adds_up);

/* The name of a measure over groups: "Slope index". */
enum string_id string_of_measure(enum measure measure);

/* The sentence that explains a reason; reason is not REASON_NONE. */
enum string_id string_of_reason(enum value_reason reason);

/* The same of a value that is shown; one that was published as "[k]" is less than the last digit of tables. */
const char *words_shown_in_sentence(const struct words *words, int indicator, enum measure measure,
				    const struct value *value, const double *other);

/* "[c]", "[x]", "[z]". */
const char *words_state(const struct words *words, enum value_state state);

/* "April 2024 to March 2025", "31 March 2025"; short for axes: "2024 to 2025". */
const char *words_period(const struct words *words, const struct period *period);
const char *words_period_short(const struct words *words, const struct period *period);

/* The same in a sentence, behind "in": "2024 to 2025", "the year to March 2025". */
const char *words_period_phrase(const struct words *words, const struct period *period);

/* The end of a yearly period, behind "the five years to": "March 2025", "2024", "31 March 2025". */
const char *words_period_end(const struct words *words, const struct period *period);

/* From the beginning of one to the end of another: "April 2020 to March 2025". */
const char *words_period_span(const struct words *words, const struct period *first,
			      const struct period *last);

/* "July 2025". */
const char *words_month(const struct words *words, struct date date);

/* "31 July 2025". */
const char *words_date(const struct words *words, struct date date);

/* What the total is the total of: people, waits, elective admissions; "records" when nobody says. */
const char *words_whole(const struct words *words, const struct indicator *indicator);

/* What denominators count. */
const char *words_population(const struct words *words, const struct indicator *indicator);

/* "1 most deprived", "65 to 74", "Under 18", "North Vale". */
const char *words_group(const struct words *words, const struct classification *classification,
			int group);
const char *words_group_short(const struct words *words,
			      const struct classification *classification, int group);

/* The same in the middle of a sentence: "females", "65 to 74", "under 18". */
const char *words_group_phrase(const struct words *words,
			       const struct classification *classification, int group);

/*
 * The same of the people of an indicator: "women" and "men" where all of them are adults, unless the file of groups
 * has words of its own for the sexes.
 */
const char *words_people_phrase(const struct words *words, const struct indicator *indicator,
				const struct classification *classification, int group);

/*
 * True when everybody whom the indicator is about is 18 or over: by its ages ("18+", "54 to 74") or, where it has
 * none, because its population is called adults, without an age under 18 ("adults aged 16 and over").
 */
bool words_all_adults(const struct words *words, const struct indicator *indicator);

#endif
