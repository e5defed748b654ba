#include "coverage/coverage.h"

#include <string.h>

#include "base/arena.h"
#include "coverage/coverage_parts.h"

const char *coverage_word(const struct coverage_inputs *inputs, enum string_id id)
{
	return strings_text(inputs->words->strings, id);
}

/* -- names -------------------------------------------------------------------------------------- */

const char *coverage_state_name(enum coverage_state state)
{
	static const char *const names[] = { "reported",      "in-part",        "suppressed",
					     "not-available", "not-applicable", "gap" };

	return names[state];
}

const char *section_state_name(enum section_state state)
{
	static const char *const names[] = { "complete", "incomplete", "absent" };

	return names[state];
}

const char *coverage_state_words(const struct words *words, enum coverage_state state)
{
	static const enum string_id ids[] = {
		STRING_COVERAGE_REPORTED,       STRING_COVERAGE_IN_PART,
		STRING_COVERAGE_SUPPRESSED,     STRING_COVERAGE_NOT_AVAILABLE,
		STRING_COVERAGE_NOT_APPLICABLE, STRING_COVERAGE_GAP,
	};

	return strings_text(words->strings, ids[state]);
}

const char *section_state_words(const struct words *words, enum section_state state,
				enum requirement requirement)
{
	static const enum string_id ids[] = { STRING_COVERAGE_COMPLETE, STRING_COVERAGE_INCOMPLETE,
					      STRING_COVERAGE_ABSENT };

	return strings_text(words->strings, requirement == REQUIREMENT_NOT_APPLICABLE
						    ? STRING_COVERAGE_NOT_APPLICABLE
						    : ids[state]);
}

/* -- sums --------------------------------------------------------------------------------------- */

static bool has_reason(const struct coverage_cell *cell)
{
	return cell->state == COVERAGE_IN_PART || cell->state == COVERAGE_SUPPRESSED ||
	       cell->state == COVERAGE_NOT_AVAILABLE;
}

static bool is_full(const struct coverage_cell *cell)
{
	return cell->state == COVERAGE_REPORTED || cell->state == COVERAGE_NOT_APPLICABLE;
}

static void add_up(struct coverage *coverage)
{
	for (size_t i = 0; i < coverage->row_count; i++) {
		const struct coverage_row *row = &coverage->rows[i];
		bool full = is_full(&row->total);

		coverage->gaps += row->total.gap;
		coverage->reasons += has_reason(&row->total);
		for (size_t j = 0; j < coverage->dimension_count; j++) {
			coverage->gaps += row->cells[j].gap;
			coverage->reasons += has_reason(&row->cells[j]);
			full = full && is_full(&row->cells[j]);
		}
		coverage->full += full;
	}
	for (size_t i = 0; i < coverage->section_count; i++) {
		const struct coverage_section *section = &coverage->sections[i];

		coverage->gaps += section->gaps;
		if (section->requirement == REQUIREMENT_RECOMMENDED)
			coverage->advised +=
				section->state == SECTION_ABSENT ? 1 : section->missing_count;
	}
}

bool coverage_needs(const struct coverage *coverage, const struct not_reported *reason)
{
	for (size_t i = 0; i < coverage->row_count; i++) {
		if (coverage->rows[i].total.author == reason)
			return true;
		for (size_t j = 0; j < coverage->dimension_count; j++)
			if (coverage->rows[i].cells[j].author == reason)
				return true;
	}
	return false;
}

/* -- verdict ------------------------------------------------------------------------------------ */

static enum string_id kind_words(enum body_kind kind)
{
	static const enum string_id ids[BODY_KIND_COUNT] = {
		[BODY_UNKNOWN] = STRING_BODY_ANY,
		[BODY_ICB] = STRING_BODY_ICB,
		[BODY_ACUTE] = STRING_BODY_ACUTE,
		[BODY_MENTAL_HEALTH] = STRING_BODY_MENTAL_HEALTH,
		[BODY_COMMUNITY] = STRING_BODY_COMMUNITY,
		[BODY_AMBULANCE] = STRING_BODY_AMBULANCE,
	};

	return ids[kind];
}

const char *coverage_none_apply(const struct words *words, enum body_kind kind)
{
	const struct placeholder parts[] = {
		{ "kind", strings_text(words->strings, kind_words(kind)) }, { 0 }
	};

	return words_fill(words, STRING_COVERAGE_NONE_APPLY, parts);
}

static const char *verdict(const struct coverage_inputs *inputs, const struct coverage *coverage)
{
	const struct words *words = inputs->words;
	enum string_id id = coverage->reasons == 0 ? STRING_COVERAGE_VERDICT_COMPLETE
						   : STRING_COVERAGE_VERDICT_REASONS;
	const char *sentence =
		coverage->gaps == 0
			? strings_text(words->strings, id)
			: words_counted(words, STRING_COVERAGE_VERDICT_GAPS_OTHER, coverage->gaps,
					(struct placeholder[]){ { 0 } });

	if (coverage->row_count > 0)
		return sentence;
	return arena_printf(inputs->arena, "%s %s",
			    coverage_none_apply(words, inputs->demand->kind), sentence);
}

/* -- reasons of a row --------------------------------------------------------------------------- */

static bool is_same(const struct coverage_cell *a, const struct coverage_cell *b)
{
	return a->state == b->state && strcmp(a->reason, b->reason) == 0;
}

/* Labels of the breakdowns that share the reason of the one at first. */
static const char *labels_of(const struct words *words, const struct coverage *coverage,
			     const struct coverage_row *row, size_t first)
{
	const char *labels = "";

	for (size_t i = first; i < coverage->dimension_count; i++)
		if (is_same(&row->cells[i], &row->cells[first]))
			labels =
				arena_printf(words->arena, "%s%s%s", labels, i == first ? "" : ", ",
					     coverage->dimensions[i]->label);
	return labels;
}

static bool is_first(const struct coverage_row *row, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (is_same(&row->cells[i], &row->cells[at]))
			return false;
	return true;
}

/* An author writes whole sentences; in a list of reasons the stop is in the way. */
static const char *without_stop(const struct words *words, const char *reason)
{
	size_t length = strlen(reason);

	return length > 0 && reason[length - 1] == '.'
		       ? arena_strndup(words->arena, reason, length - 1)
		       : reason;
}

/* The one reason that a row has for all that is not reported; NULL when it has none or several. */
static const char *only_reason(const struct coverage *coverage, const struct coverage_row *row)
{
	const char *only = NULL;

	if (row->total.reason[0] != '\0')
		return NULL;
	for (size_t i = 0; i < coverage->dimension_count; i++) {
		if (row->cells[i].reason[0] == '\0' || !is_first(row, i))
			continue;
		if (only != NULL)
			return NULL;
		only = row->cells[i].reason;
	}
	return only;
}

const char *coverage_row_reason(const struct words *words, const struct coverage *coverage,
				const struct coverage_row *row)
{
	const char *reasons = row->reason, *only = only_reason(coverage, row);

	/* The shapes say which breakdowns it is about. */
	if (reasons[0] == '\0' && only != NULL)
		return without_stop(words, only);
	if (reasons[0] == '\0' && row->total.reason[0] != '\0')
		reasons = words_fill(
			words, STRING_COVERAGE_REASON_OF,
			(struct placeholder[]){
				{ "name", strings_text(words->strings, STRING_COVERAGE_TOTAL) },
				{ "reason", without_stop(words, row->total.reason) },
				{ 0 } });
	for (size_t i = 0; row->reason[0] == '\0' && i < coverage->dimension_count; i++) {
		const char *reason;

		if (row->cells[i].reason[0] == '\0' || !is_first(row, i))
			continue;
		reason = words_fill(words, STRING_COVERAGE_REASON_OF,
				    (struct placeholder[]){
					    { "name", labels_of(words, coverage, row, i) },
					    { "reason", without_stop(words, row->cells[i].reason) },
					    { 0 } });
		reasons = reasons[0] == '\0'
				  ? reason
				  : arena_printf(words->arena, "%s; %s", reasons, reason);
	}
	return reasons[0] == '\0' ? strings_text(words->strings, STRING_COVERAGE_ALL_SHOWN)
				  : reasons;
}

const struct coverage *coverage_of(const struct coverage_inputs *inputs)
{
	struct coverage *coverage = arena_alloc(inputs->arena, sizeof(*coverage));

	coverage->demand = inputs->demand;
	cover_indicators(inputs, coverage);
	cover_sections(inputs, coverage);
	add_up(coverage);
	coverage->verdict = verdict(inputs, coverage);
	return coverage;
}
