#include "run/disclosure_log.h"

#include "base/buffer.h"
#include "indicator/counts.h"
#include "indicator/disclosure.h"
#include "model/reference.h"
#include "model/result.h"
#include "run/csv_cells.h"

/* -- figures ------------------------------------------------------------------------------------ */

static const char *what_is_hidden(bool numerator, bool denominator)
{
	if (numerator && denominator)
		return "numerator; denominator; figure";
	if (numerator)
		return "numerator; figure";
	return denominator ? "denominator; figure" : "figure";
}

static void write_figure(const struct results *results, const struct result *result,
			 struct buffer *out)
{
	const struct dataset *dataset = results->dataset;
	bool numerator = result->numerator.state == VALUE_SUPPRESSED;
	bool denominator = result->denominator.state == VALUE_SUPPRESSED;
	int people = counts_people_source(dataset, result);
	const struct data_source *source =
		&dataset->sources[numerator || !denominator || people < 0 ? result->source
									  : people];

	if (!numerator && !denominator && result->value.state != VALUE_SUPPRESSED)
		return;
	csv_add_key(out, results, &result->key);
	csv_add_cell(out, what_is_hidden(numerator, denominator));
	csv_add_cell(out, source->rule);
	csv_add_cell(out, source->id);
	csv_add_cell(out, source->title);
	buffer_add_char(out, '\n');
}

void disclosure_log_write(const struct results *results, struct buffer *out)
{
	buffer_add_text(out, "indicator,period,organisation,dimension,group,sex,hidden,rule,source,"
			     "source_title\n");
	for (size_t i = 0; i < results->count; i++)
		write_figure(results, &results->items[i], out);
}

/* -- sources ------------------------------------------------------------------------------------ */

static void add_count(struct buffer *out, size_t count)
{
	csv_add_number(out, true, (double)count);
}

void disclosure_summary_write(const struct results *results, struct buffer *out)
{
	buffer_add_text(out, "source,source_title,rule,applies_to,what_it_does,rule_source,"
			     "confidence,counts,counts_hidden,figures,"
			     "figures_hidden\n");
	for (size_t i = 0; i < results->dataset->source_count; i++) {
		const struct data_source *source = &results->dataset->sources[i];
		const struct disclosure_effect *effect = &results->effects[i];
		const struct disclosure_rule *rule = effect->rule;

		csv_add_text(out, source->id);
		csv_add_cell(out, source->title);
		csv_add_cell(out, source->rule);
		csv_add_cell(out, rule == NULL ? "" : rule->applies_to);
		csv_add_cell(out, rule == NULL ? "" : rule->note);
		csv_add_cell(out, rule == NULL ? "" : rule->source);
		csv_add_cell(out, rule == NULL ? "" : rule->confidence);
		add_count(out, effect->counts);
		add_count(out, disclosure_effect_hidden(effect));
		add_count(out, effect->figures);
		add_count(out, effect->figures_hidden);
		buffer_add_char(out, '\n');
	}
}

/* -- the terminal ------------------------------------------------------------------------------- */

static bool has_effect(const struct disclosure_effect *effect)
{
	return (effect->rule != NULL && disclosure_protects(effect->rule)) ||
	       disclosure_effect_hidden(effect) > 0;
}

static const char *plural(size_t count)
{
	return count == 1 ? "" : "s";
}

static void say_why(const struct disclosure_effect *effect, struct buffer *out)
{
	if (effect->hidden_first > 0)
		buffer_printf(out, "    %zu for being small\n", effect->hidden_first);
	if (effect->hidden_further > 0)
		buffer_printf(out, "    %zu so that no other can be worked out\n",
			      effect->hidden_further);
	if (effect->hidden_in_data > 0)
		buffer_printf(out, "    %zu by the supplier of the data\n", effect->hidden_in_data);
	if (effect->known_before > 0)
		buffer_printf(out, "    %zu small and shown: an earlier edition has published %s\n",
			      effect->known_before, effect->known_before == 1 ? "it" : "them");
	if (effect->unprotected > 0)
		buffer_printf(
			out,
			"    %zu can still be worked out from others: nothing is left to hide\n",
			effect->unprotected);
}

static void say_source(const struct data_source *source, const struct disclosure_effect *effect,
		       struct buffer *out)
{
	size_t hidden = disclosure_effect_hidden(effect);

	buffer_printf(out, "  %s, rule %s\n    %zu of %zu count%s hidden", source->id,
		      source->rule[0] == '\0' ? "none" : source->rule, hidden, effect->counts,
		      plural(effect->counts));
	buffer_printf(out, "; %zu of %zu figure%s hidden\n", effect->figures_hidden,
		      effect->figures, plural(effect->figures));
	say_why(effect, out);
}

void disclosure_say(const struct results *results, struct buffer *out)
{
	bool told = false;

	for (size_t i = 0; i < results->dataset->source_count; i++) {
		if (!has_effect(&results->effects[i]))
			continue;
		if (!told)
			buffer_add_text(out, "disclosure control\n");
		told = true;
		say_source(&results->dataset->sources[i], &results->effects[i], out);
	}
}
