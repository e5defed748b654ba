/*
 * explain_places.c - what decided the state of a figure, and how it came to the words on the page.
 *
 * What is hidden stays hidden: that a figure is hidden is told, and the rule; not whether it was small itself
 * or stands beside a small one.
 */
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "run/explain_parts.h"

enum { PRINTED_MOST = 8 };

static const struct disclosure_rule *rule_of(const struct explainer *explainer,
					     const struct result *result)
{
	return disclosure_rule_find(explainer->run->reference,
				    explainer->run->dataset->sources[result->source].rule);
}

/* -- the rule ----------------------------------------------------------------------------------- */

static void add_rule(struct buffer *out, const struct disclosure_rule *rule)
{
	const char *glue = "    ";

	if (rule->hides) {
		buffer_printf(out, "%scounts from %g to %g are %s", glue, rule->hide_from,
			      rule->hide_to, rule->shows_instead ? "shown as " : "hidden");
		if (rule->shows_instead)
			buffer_printf(out, "%g", rule->shown_as);
		glue = "; ";
	}
	if (rule->round_to > 0) {
		buffer_printf(out, "%s%s are rounded to multiples of %g", glue,
			      rule->hides ? "others" : "counts", rule->round_to);
		glue = "; ";
	}
	if (rule->rates_from_rounded) {
		buffer_printf(out, "%srates and percentages come from the rounded counts", glue);
		glue = "; ";
	}
	if (rule->secondary) {
		buffer_printf(out,
			      "%scounts that a hidden one could be worked out from are hidden too",
			      glue);
		glue = "; ";
	}
	if (strcmp(glue, "; ") == 0)
		buffer_add_char(out, '\n');
}

void explain_rule(const struct explainer *explainer, const struct result *result)
{
	const struct data_source *source = &explainer->run->dataset->sources[result->source];
	const struct disclosure_rule *rule = rule_of(explainer, result);
	struct buffer *out = &explainer->line->out;

	buffer_printf(out, "  source %s, disclosure rule %s%s%s\n", source->id,
		      rule == NULL ? "none" : rule->id,
		      rule == NULL || rule->note[0] == '\0' ? "" : ": ",
		      rule == NULL ? "" : rule->note);
	if (rule != NULL)
		add_rule(out, rule);
}

/* -- the state ---------------------------------------------------------------------------------- */

static void tell_hidden(const struct explainer *explainer, const struct result *result)
{
	const struct disclosure_rule *rule = rule_of(explainer, result);
	struct buffer *out = &explainer->line->out;

	buffer_printf(out, "  decided by disclosure rule %s", rule == NULL ? "none" : rule->id);
	if (rule != NULL && rule->secondary)
		buffer_add_text(out, ": a count that is small, or from which another that is small "
				     "could be worked out; which of the two is not told");
	buffer_add_char(out, '\n');
}

static const char *published_words(const struct quantity *quantity, char *text, size_t size)
{
	if (quantity_is_shown(quantity))
		snprintf(text, size, "%.12g", quantity->number);
	else
		snprintf(text, size, "%s", value_state_name(quantity->state));
	return text;
}

/* In an internal edition alone: what the others see. */
static void tell_published(const struct explainer *explainer, const struct result *result)
{
	const struct results *published = explainer->run->published;
	const struct result *found =
		published == NULL ? NULL : results_find(published, &result->key);
	char numerator[40], denominator[40];

	if (found == NULL)
		return;
	buffer_printf(&explainer->line->out, "  in publication %s; numerator %s, denominator %s\n",
		      value_state_name(found->value.state),
		      published_words(&found->numerator, numerator, sizeof(numerator)),
		      published_words(&found->denominator, denominator, sizeof(denominator)));
}

static void tell_unreliable(const struct explainer *explainer, const struct result *result,
			    const struct value *value)
{
	const struct report *report = explainer->run->report;
	struct buffer *out = &explainer->line->out;

	if (value->reason == REASON_FEW_EVENTS)
		buffer_printf(out, "  decided by low-count of the report: %.12g events, under %u\n",
			      result->numerator.number, report->low_count);
	else if (value->reason == REASON_SMALL_DENOMINATOR)
		buffer_printf(
			out,
			"  decided by low-denominator of the report: a denominator of %.12g, under %u\n",
			result->denominator.number, report->low_denominator);
	else if (value->reason == REASON_WIDE_INTERVAL)
		buffer_printf(out,
			      "  decided by wide-intervals of the report: an interval of %.12g, "
			      "wider than the figure of %.12g\n",
			      value->limits.upper - value->limits.lower, value->estimate);
}

void explain_state(const struct explainer *explainer, const struct result *result,
		   const struct value *value)
{
	struct buffer *out = &explainer->line->out;

	buffer_printf(out, "  state %s", value_state_name(value->state));
	if (value->reason != REASON_NONE)
		buffer_printf(
			out, ": %s",
			strings_text(explainer->words.strings, string_of_reason(value->reason)));
	buffer_add_char(out, '\n');
	if (result == NULL)
		return;
	tell_published(explainer, result);
	if (value->state == VALUE_SUPPRESSED && value->reason == REASON_CONFIDENTIAL)
		tell_hidden(explainer, result);
	else if (value->state == VALUE_UNRELIABLE)
		tell_unreliable(explainer, result, value);
}

/* -- the words ---------------------------------------------------------------------------------- */

static unsigned decimals_of(const struct explainer *explainer, enum measure measure)
{
	return results_decimals(explainer->run->results, explainer->key.indicator, measure);
}

static void tell_rounding(const struct explainer *explainer, enum measure measure,
			  const struct value *value)
{
	struct buffer *out = &explainer->line->out;
	unsigned decimals = decimals_of(explainer, measure);

	buffer_printf(out, "  rounded to %u decimal%s, half away from zero: %.15g is %s", decimals,
		      decimals == 1 ? "" : "s", value->estimate,
		      words_number(&explainer->words, value->estimate, decimals));
	if (value->limits.known)
		buffer_printf(out, "; %.15g is %s; %.15g is %s", value->limits.lower,
			      words_number(&explainer->words, value->limits.lower, decimals),
			      value->limits.upper,
			      words_number(&explainer->words, value->limits.upper, decimals));
	buffer_add_char(out, '\n');
}

static bool is_said(const char *const *said, size_t count, const char *words)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(said[i], words) == 0)
			return true;
	return false;
}

static bool same_key(const struct cell_key *a, const struct cell_key *b)
{
	return cell_key_compare(a, b) == 0;
}

/* Forms of the figure that differ from that of tables, each with the first place where it stands. */
static void tell_places(const struct explainer *explainer, const struct cell_key *key,
			const struct measure_choice *choice, const char *printed,
			const char *interval)
{
	const char *said[PRINTED_MOST] = { "", printed, interval };
	size_t count = 3;

	for (size_t i = 0; i < explainer->use_count && count < PRINTED_MOST; i++) {
		const struct figure_use *use = &explainer->uses[i];

		if (!same_key(&use->key, key) || !measure_choice_equal(&use->choice, choice) ||
		    is_said(said, count, use->printed))
			continue;
		said[count++] = use->printed;
		buffer_printf(&explainer->line->out, "  in the report \"%s\" at %s:%u\n",
			      use->printed, use->at.file, use->at.line);
	}
}

void explain_printed(const struct explainer *explainer, const struct cell_key *key,
		     const struct measure_choice *choice, const struct value *value)
{
	struct buffer *out = &explainer->line->out;
	int indicator = explainer->key.indicator;
	const char *printed =
		words_value(&explainer->words, indicator, choice->measure, value, DECIMALS_BY_RULE);
	const char *interval = words_interval(&explainer->words, indicator, choice->measure, value,
					      DECIMALS_BY_RULE);

	if (value_is_shown(value))
		tell_rounding(explainer, choice->measure, value);
	buffer_printf(out, "  printed %s%s%s\n", printed,
		      value_is_shown(value) && interval[0] != '\0' ? ", interval " : "",
		      value_is_shown(value) ? interval : "");
	tell_places(explainer, key, choice, printed, interval);
}
