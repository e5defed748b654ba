/*
 * records_conditions.c - conditions on rows as a query has them.
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "data/range.h"
#include "data/records_plan.h"

static int add_condition(struct records_compiler *compiler, struct count_condition condition)
{
	compiler->conditions =
		arena_grow(compiler->reader->arena, compiler->conditions, compiler->condition_count,
			   &compiler->condition_capacity, sizeof(*compiler->conditions));
	compiler->conditions[compiler->condition_count] = condition;
	return (int)compiler->condition_count++;
}

const char **records_alternatives(struct arena *arena, const char *list, size_t *count)
{
	const char **texts;
	size_t most = 1;

	for (const char *at = list; *at != '\0'; at++)
		most += *at == '|';
	texts = arena_array(arena, most, sizeof(*texts));
	*count = 0;
	for (;;) {
		size_t length = strcspn(list, "|");

		texts[(*count)++] = arena_strndup(arena, list, length);
		if (list[length] == '\0')
			return texts;
		list += length + 1;
	}
}

/* -- of parts --------------------------------------------------------------------------------- */

static int group_of(struct records_compiler *compiler, enum count_condition_kind kind,
		    struct location at, const int *parts, size_t count)
{
	struct count_condition group = {
		.kind = kind, .at = at, .value = VALUE_NONE, .part_count = count
	};
	int *own = arena_array(compiler->reader->arena, count + 1, sizeof(*own));

	memcpy(own, parts, count * sizeof(*own));
	group.parts = own;
	return add_condition(compiler, group);
}

static int one_condition(struct records_compiler *compiler, const struct where_spec *where);

static int list_of(struct records_compiler *compiler, const struct where_spec *where,
		   enum count_condition_kind kind, struct location at)
{
	size_t count = 0, made = 0;
	int *parts;

	for (const struct where_spec *part = where; part != NULL; part = part->next)
		count++;
	parts = arena_array(compiler->reader->arena, count + 1, sizeof(*parts));
	for (const struct where_spec *part = where; part != NULL; part = part->next) {
		int condition = one_condition(compiler, part);

		if (condition != CONDITION_NONE)
			parts[made++] = condition;
	}
	if (made == 1)
		return parts[0];
	return made == 0 ? CONDITION_NONE : group_of(compiler, kind, at, parts, made);
}

/* -- of one value ----------------------------------------------------------------------------- */

/* Without a text an alternative stands for rows without a value. */
static size_t drop_empty(const char **texts, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (texts[i][0] != '\0')
			texts[kept++] = texts[i];
	return kept;
}

static int text_condition(struct records_compiler *compiler, const struct where_spec *where)
{
	struct count_condition condition = {
		.kind = where->kind == WHERE_IS       ? CONDITION_IN
			: where->kind == WHERE_IS_NOT ? CONDITION_NOT_IN
						      : CONDITION_STARTS_WITH,
		.at = where->at,
		.value = records_value(compiler, &where->column, TYPE_TEXT),
	};
	size_t count;
	const char **texts =
		records_alternatives(compiler->reader->arena, where->value.text, &count);
	int parts[2];

	if (condition.value == VALUE_NONE)
		return CONDITION_NONE;
	condition.texts = texts;
	condition.text_count = drop_empty(texts, count);
	if (condition.text_count == count)
		return add_condition(compiler, condition);
	if (where->kind == WHERE_STARTS_WITH) {
		diag_add(compiler->reader->diags, DIAG_RANGE_WRONG, where->value.at,
			 "starts-with an empty text", "every text begins so");
		return CONDITION_NONE;
	}
	if (where->kind == WHERE_IS_NOT && condition.text_count > 0)
		return add_condition(compiler, condition);
	parts[0] =
		add_condition(compiler, (struct count_condition){
						.kind = where->kind == WHERE_IS ? CONDITION_MISSING
										: CONDITION_PRESENT,
						.at = where->at,
						.value = condition.value,
					});
	if (condition.text_count == 0)
		return parts[0];
	parts[1] = add_condition(compiler, condition);
	return group_of(compiler, CONDITION_ANY, where->at, parts, 2);
}

static int range_condition(struct records_compiler *compiler, const struct where_spec *where)
{
	struct count_condition condition = { .at = where->at };
	struct range range;

	if (!range_parse(where->value.text, &range)) {
		diag_add(compiler->reader->diags, DIAG_RANGE_WRONG, where->value.at,
			 where->value.text, RANGE_HINT);
		return CONDITION_NONE;
	}
	condition.kind = range.of_dates ? CONDITION_DATES : CONDITION_BETWEEN;
	condition.least = range.least;
	condition.most = range.most;
	condition.first = range.first;
	condition.last = range.last;
	condition.value =
		records_value(compiler, &where->column, range.of_dates ? TYPE_DATE : TYPE_NUMBER);
	return condition.value == VALUE_NONE ? CONDITION_NONE : add_condition(compiler, condition);
}

static int missing_condition(struct records_compiler *compiler, const struct where_spec *where)
{
	struct count_condition condition = {
		.kind = strcmp(where->value.text, "true") == 0 ? CONDITION_MISSING
							       : CONDITION_PRESENT,
		.at = where->at,
		.value = records_any_value(compiler, &where->column),
	};

	return condition.value == VALUE_NONE ? CONDITION_NONE : add_condition(compiler, condition);
}

static int one_condition(struct records_compiler *compiler, const struct where_spec *where)
{
	switch (where->kind) {
	case WHERE_IS:
	case WHERE_IS_NOT:
	case WHERE_STARTS_WITH:
		return text_condition(compiler, where);
	case WHERE_BETWEEN:
		return range_condition(compiler, where);
	case WHERE_MISSING:
		return missing_condition(compiler, where);
	case WHERE_ALL:
		return list_of(compiler, where->children, CONDITION_ALL, where->at);
	case WHERE_ANY:
		return list_of(compiler, where->children, CONDITION_ANY, where->at);
	}
	return CONDITION_NONE;
}

int records_condition(struct records_compiler *compiler, const struct where_spec *where)
{
	return where == NULL ? CONDITION_NONE : list_of(compiler, where, CONDITION_ALL, where->at);
}
