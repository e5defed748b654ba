/*
 * explain_findings.c - why the key findings of a report are those: every candidate with its scores.
 */
#include "base/arena.h"
#include "indicator/key_findings.h"
#include "run/explain_parts.h"

static const char rule[] =
	"score = 0.5 x certainty / 10 (at most 10) + 0.3 x people (log scale up to the most) + 0.2 x movement / 3 (at most 3)\n"
	"  certainty   difference between two groups, or a group and the total, divided by its standard error\n"
	"  people      events of the first beyond those with the figure of the second, or short of them\n"
	"  movement    change of the difference since a year before, divided by its standard error\n";

static const char *number(const struct explainer *explainer, double value, unsigned decimals)
{
	return words_number(&explainer->words, value, decimals);
}

static const char *side(const struct explainer *explainer, const struct finding *finding, int group)
{
	struct cell_key key = finding->key;

	key.group = group;
	return explain_group(explainer, &key);
}

static void write_scores(const struct explainer *explainer, const struct finding *finding)
{
	struct buffer *out = &explainer->line->out;
	int indicator = finding->key.indicator;

	buffer_printf(out, "    difference %s, standard error %s\n",
		      words_figure(&explainer->words, indicator, MEASURE_GAP, finding->difference,
				   DECIMALS_BY_RULE),
		      number(explainer, finding->standard_error, 3));
	buffer_printf(
		out, "    certainty %s (%s), people %s (%s), movement %s (%s): score %s\n",
		number(explainer, finding->certainty, 1), number(explainer, finding->size_score, 3),
		number(explainer, finding->people, 0), number(explainer, finding->people_score, 3),
		number(explainer, finding->movement, 1),
		number(explainer, finding->change_score, 3), number(explainer, finding->score, 3));
}

static void write_finding(const struct explainer *explainer, const struct finding *finding,
			  size_t place)
{
	const struct dataset *dataset = explainer->run->dataset;
	const struct indicator *indicator = &dataset->indicators->items[finding->key.indicator];
	struct buffer *out = &explainer->line->out;

	if (place > 0)
		buffer_printf(out, "%zu. ", place);
	else
		buffer_add_text(out, "-  ");
	buffer_printf(out, "%s by %s, %s: %s, %s\n", indicator->id,
		      dataset->dimensions->classifications[finding->key.classification]->id,
		      dataset->periods[finding->key.period].code,
		      side(explainer, finding, finding->first),
		      side(explainer, finding, finding->second));
	/* Of a figure that is hidden nothing is known. */
	if (finding->fate != FINDING_NOT_SHOWN && finding->standard_error > 0)
		write_scores(explainer, finding);
	buffer_printf(out, "    %s\n", finding_fate_words(finding->fate));
}

void explain_key_findings(const struct explainer *explainer, const struct findings *findings)
{
	struct buffer *out = &explainer->line->out;

	buffer_printf(out, "%zu of %zu candidates are key findings\n%s\n", findings->chosen,
		      findings->count, rule);
	for (size_t i = 0; i < findings->count; i++)
		write_finding(explainer, &findings->items[i], i < findings->chosen ? i + 1 : 0);
}
