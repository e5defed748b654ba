#include "data/range.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

/* The text of an end without the blanks around it. */
struct end {
	const char *text;
	size_t length;
};

static struct end trimmed(const char *text, size_t length)
{
	while (length > 0 && *text == ' ') {
		text++;
		length--;
	}
	while (length > 0 && text[length - 1] == ' ')
		length--;
	return (struct end){ text, length };
}

/* Where the word "to" stands by itself; NULL when it does not. */
static const char *middle(const char *text)
{
	for (const char *at = text; (at = strstr(at, "to")) != NULL; at += 2)
		if ((at == text || at[-1] == ' ') && (at[2] == ' ' || at[2] == '\0'))
			return at;
	return NULL;
}

static bool parse_dates(struct end low, struct end high, struct range *range)
{
	if ((low.length > 0 && !date_parse(low.text, low.length, &range->first)) ||
	    (high.length > 0 && !date_parse(high.text, high.length, &range->last)))
		return false;
	range->of_dates = true;
	return low.length == 0 || high.length == 0 || date_compare(range->first, range->last) <= 0;
}

static bool parse_numbers(struct end low, struct end high, struct range *range)
{
	if ((low.length > 0 && !number_parse(low.text, low.length, &range->least)) ||
	    (high.length > 0 && !number_parse(high.text, high.length, &range->most)))
		return false;
	return range->least <= range->most;
}

bool range_parse(const char *text, struct range *range)
{
	const char *to = middle(text);
	struct end low, high;

	*range = (struct range){ .least = -INFINITY, .most = INFINITY };
	if (to == NULL)
		return false;
	low = trimmed(text, (size_t)(to - text));
	high = trimmed(to + 2, strlen(to + 2));
	if (low.length == 0 && high.length == 0)
		return false;
	return parse_numbers(low, high, range) || parse_dates(low, high, range);
}
