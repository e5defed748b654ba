/* Counts as the rules of inputs/reference/disclosure-rules.csv publish them. */
#include "indicator/disclosure.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/path.h"
#include "data/reference_read.h"
#include "vectors/vectors.h"

static const char rounding[] = "ROUND-", before_secondary[] = "-primary";

/*
 * A scheme is a rule by its name; with "-primary" behind it what the rule makes of a single count, before
 * further ones are hidden because of it; or "ROUND-" and a number for nothing but rounding.
 */
static bool rule_of(const struct reference *reference, struct arena *arena, const char *scheme,
		    struct disclosure_rule *out)
{
	size_t length = strlen(scheme), end = strlen(before_secondary);
	const struct disclosure_rule *rule;
	unsigned unit;

	if (strncmp(scheme, rounding, strlen(rounding)) == 0 &&
	    number_parse_whole(scheme + strlen(rounding), 1000000, &unit)) {
		*out = (struct disclosure_rule){ .round_to = unit };
		return true;
	}
	if (length > end && strcmp(scheme + length - end, before_secondary) == 0)
		length -= end;
	if (length == 0)
		return false;
	rule = disclosure_rule_find(reference, arena_strndup(arena, scheme, length));
	if (rule != NULL)
		*out = *rule;
	return rule != NULL;
}

static void compare_row(struct vectors *expected, size_t row, const struct reference *reference)
{
	const char *scheme = vectors_text(expected, row, "scheme");
	struct quantity count = { .state = VALUE_SHOWN };
	struct disclosure_rule rule;
	char text[NUMBER_TEXT_MAX];

	if (!rule_of(reference, vectors_arena(expected), scheme, &rule)) {
		vectors_fault(expected, row, "scheme", "no such rule: \"%s\"", scheme);
		return;
	}
	if (!vectors_number(expected, row, "count", &count.number) || !isfinite(count.number)) {
		vectors_fault(expected, row, "count", "no count");
		return;
	}
	if (disclosure_apply(&rule, &count)) {
		vectors_compare_text(expected, row, "published", "*");
		return;
	}
	number_shortest(count.number, text);
	vectors_compare_text(expected, row, "published", text);
}

static void compare(struct vectors *expected, struct vectors *inputs)
{
	struct arena *arena = vectors_arena(expected);
	/* Messages about the lists are those of a report; without lists every row says what is amiss. */
	const struct reference *reference =
		reference_read(arena, path_join(arena, vectors_share(expected), "inputs/reference"),
			       diag_list_new(arena));

	(void)inputs;
	if (reference == NULL) {
		vectors_fault(expected, 0, "scheme", "the lists of rules cannot be read");
		return;
	}
	for (size_t row = 0; row < vectors_rows(expected); row++)
		compare_row(expected, row, reference);
}

const struct vector_file vectors_disclosure = {
	.columns = { .texts = (const char *const[]){ "scheme", "published", NULL },
		     .numbers = (const char *const[]){ "count", NULL } },
	.compare = compare,
};
