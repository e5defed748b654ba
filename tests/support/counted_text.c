/* Answers as texts. */
#include "base/buffer.h"
#include "support/counted.h"

static void add_figure(struct buffer *out, const struct counted_figure *figure)
{
	buffer_printf(out, " %.17g", figure->number);
	if (figure->pair_count == 0)
		return;
	buffer_add_char(out, '{');
	for (size_t i = 0; i < figure->pair_count; i++)
		buffer_printf(out, " %.17gx%llu", figure->pairs[i].number,
			      (unsigned long long)figure->pairs[i].count);
	buffer_add_char(out, '}');
}

static void add_tally(struct buffer *out, const char *what, size_t value,
		      const struct count_tally *tally)
{
	uint64_t sum = 0;

	for (int lack = 0; lack < LACK_COUNT; lack++)
		sum += tally->rows[lack];
	if (sum == 0)
		return;
	buffer_printf(out, "%s %zu:", what, value);
	for (int lack = 0; lack < LACK_COUNT; lack++)
		buffer_printf(out, " %llu", (unsigned long long)tally->rows[lack]);
	buffer_add_char(out, '\n');
}

const char *counted_text(struct arena *to, const struct count_query *query,
			 const struct count_result *result)
{
	struct buffer out;

	buffer_init(&out);
	buffer_printf(&out, "rows %llu, taken %llu\n", (unsigned long long)result->rows,
		      (unsigned long long)result->rows_taken);
	for (size_t i = 0; i < query->grouping_count; i++)
		for (size_t j = 0; j < result->groupings[i].count; j++) {
			const struct count_cell *at = &result->groupings[i].items[j];

			buffer_printf(&out, "%zu:", i);
			for (size_t k = 0; k < query->groupings[i].value_count; k++)
				buffer_printf(&out, " [%s]",
					      at->texts[k] == NULL ? "(missing)" : at->texts[k]);
			buffer_printf(&out, " rows %llu:", (unsigned long long)at->rows);
			for (size_t k = 0; k < query->measure_count; k++)
				add_figure(&out, &at->figures[k]);
			buffer_add_char(&out, '\n');
		}
	for (size_t i = 0; i < query->value_count; i++)
		add_tally(&out, "taken", i, &result->taken[i]);
	for (size_t i = 0; i < query->value_count; i++)
		add_tally(&out, "left out", i, &result->left_out[i]);
	return buffer_finish(&out, to);
}
