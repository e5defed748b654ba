/*
 * source_check.c - counts that are no whole numbers, are rounded already, or do not fit a percentage.
 */
#include "data/source_check.h"

#include <math.h>
#include <string.h>

#include "base/diag.h"

enum {
	COUNTS_LEAST = 20, /* fewer multiples of 5 in a row could be chance */
	ROUNDING_STEP = 5, /* the step that publishers in the NHS use */
	POINTS_APART = 5,  /* what adjustment for age or case mix may do to a percentage */
};

/* Rows of a source that show one thing, and the first of them. */
struct tally {
	const struct observation *first;
	size_t count;
};

struct counts_seen {
	struct tally fractions, contradictions;
	size_t counts, multiples;
};

static void tally_add(struct tally *tally, const struct observation *row)
{
	if (tally->first == NULL)
		tally->first = row;
	tally->count++;
}

static bool is_whole(double number)
{
	return fabs(number - round(number)) <= 1e-6 * fmax(1, fabs(number));
}

static bool is_multiple(double number)
{
	return is_whole(number / ROUNDING_STEP);
}

static bool shows_fraction(const struct quantity *quantity)
{
	return quantity_is_shown(quantity) && !is_whole(quantity->number);
}

static bool protects(const struct disclosure_rule *rule)
{
	return rule != NULL && (rule->hides || rule->round_to > 0);
}

/* Its numerator may be a sum of ages or scores, its value the mean of them. */
static bool counts_people(const struct indicator *indicator)
{
	return strcmp(indicator->method, "mean") != 0 && strcmp(indicator->method, "ratio") != 0;
}

/* Mean populations of a year may end in halves; under a rule of counts they cannot be judged either. */
static bool has_fraction(const struct observation *row, const struct indicator *indicator,
			 const struct disclosure_rule *rule)
{
	return counts_people(indicator) && (shows_fraction(&row->numerator) ||
					    (protects(rule) && shows_fraction(&row->denominator)));
}

/* How far off a count may be that its publisher has rounded. */
static double slack_of(double count)
{
	return is_multiple(count) ? ROUNDING_STEP / 2.0 : 0;
}

/* True when no counts that round to those given have a percentage anywhere near. */
static bool contradicts(const struct observation *row)
{
	double numerator = row->numerator.number, denominator = row->denominator.number;
	double slack = slack_of(numerator), below = denominator - slack_of(denominator);
	double least = 100 * fmax(0, numerator - slack) / (denominator + slack_of(denominator));

	return row->value.number < least - POINTS_APART ||
	       (below > 0 && row->value.number > 100 * (numerator + slack) / below + POINTS_APART);
}

static bool is_contradiction(const struct observation *row, const struct indicator *indicator)
{
	bool one = strcmp(indicator->method, "proportion") == 0 ||
		   strcmp(indicator->method, "given") == 0;

	return one && indicator_is_percentage(indicator) && quantity_is_shown(&row->value) &&
	       quantity_is_shown(&row->numerator) && quantity_is_shown(&row->denominator) &&
	       row->denominator.number > 0 && contradicts(row);
}

static void look_at(const struct dataset *dataset, const struct disclosure_rule *rule,
		    const struct observation *row, struct counts_seen *seen)
{
	const struct indicator *indicator = &dataset->indicators->items[row->key.indicator];

	if (has_fraction(row, indicator, rule))
		tally_add(&seen->fractions, row);
	if (is_contradiction(row, indicator))
		tally_add(&seen->contradictions, row);
	if (!counts_people(indicator) || !quantity_is_shown(&row->numerator) ||
	    row->numerator.number == 0)
		return;
	seen->counts++;
	seen->multiples += is_multiple(row->numerator.number);
}

static const char *and_more(const struct tally *tally)
{
	return tally->count > 1 ? ", and more rows" : "";
}

/* Counts that a rule protects are not quoted: messages are kept in logs. The row has them. */
static bool may_quote(const struct disclosure_rule *rule)
{
	return rule == NULL || (!rule->hides && !rule->shows_instead && rule->round_to <= 0);
}

static void say_fractions(const struct dataset *dataset, const struct tally *tally, bool quote,
			  struct diag_list *diags)
{
	const struct observation *row = tally->first;
	const struct quantity *count =
		shows_fraction(&row->numerator) ? &row->numerator : &row->denominator;

	const char *part = count == &row->numerator ? "numerator" : "denominator";
	const char *id = dataset->indicators->items[row->key.indicator].id;

	if (quote)
		diag_addf(diags, DIAG_COUNT_FRACTION, observation_location(dataset, row),
			  "%.12g as %s of %s%s", count->number, part, id, and_more(tally));
	else
		diag_addf(diags, DIAG_COUNT_FRACTION, observation_location(dataset, row),
			  "%s of %s%s", part, id, and_more(tally));
}

static void say_contradictions(const struct dataset *dataset, const struct tally *tally, bool quote,
			       struct diag_list *diags)
{
	const struct observation *row = tally->first;

	if (!quote) {
		diag_addf(diags, DIAG_PERCENTAGE_CONTRADICTS, observation_location(dataset, row),
			  "%s%s", dataset->indicators->items[row->key.indicator].id,
			  and_more(tally));
		return;
	}
	diag_addf(diags, DIAG_PERCENTAGE_CONTRADICTS, observation_location(dataset, row),
		  "%.12g%% beside %.12g of %.12g for %s%s", row->value.number,
		  row->numerator.number, row->denominator.number,
		  dataset->indicators->items[row->key.indicator].id, and_more(tally));
}

void source_check_counts(const struct dataset *dataset, const struct reference *reference,
			 struct diag_list *diags)
{
	for (size_t i = 0; i < dataset->source_count; i++) {
		const struct data_source *source = &dataset->sources[i];
		const struct disclosure_rule *rule = disclosure_rule_find(reference, source->rule);
		struct counts_seen seen = { 0 };

		for (size_t j = 0; j < dataset->count; j++)
			if (dataset->observations[j].source == (int)i)
				look_at(dataset, rule, &dataset->observations[j], &seen);
		if (seen.fractions.count > 0)
			say_fractions(dataset, &seen.fractions, may_quote(rule), diags);
		if (seen.contradictions.count > 0)
			say_contradictions(dataset, &seen.contradictions, may_quote(rule), diags);
		/* Under a rule that rounds to the same step nothing is lost. */
		if (rule != NULL && rule->hides && rule->round_to == 0 &&
		    seen.counts >= COUNTS_LEAST && seen.multiples == seen.counts)
			diag_addf(diags, DIAG_COUNTS_ROUNDED, source->at,
				  "%s: all counts are multiples of %d, none is from 1 to 4; its "
				  "rule is %s",
				  source->id, ROUNDING_STEP, rule->id);
	}
}
