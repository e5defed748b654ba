#include "disclosure/stretch.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"

static long first_of_month(struct date from, int months)
{
	int month = from.month - 1 + months;

	return date_serial((struct date){ from.year + month / 12, month % 12 + 1, 1 });
}

/* A quarter of a year that is written before or behind it. */
static bool quarter_of(const char *code, struct stretch *stretch)
{
	const char *q = strchr(code, 'Q');
	size_t length = strlen(code);
	struct period year;
	char text[32];

	if (q == NULL || q[1] < '1' || q[1] > '4' || length < 6 || length >= sizeof(text) ||
	    (q != code && q[2] != '\0') || (q == code && q[2] != ' ' && q[2] != '-'))
		return false;
	snprintf(text, sizeof(text), "%.*s", (int)length - 3, q == code ? code + 3 : code);
	year = period_parse(text);
	if (year.form != PERIOD_FINANCIAL_YEAR && year.form != PERIOD_CALENDAR_YEAR)
		return false;
	*stretch = (struct stretch){ first_of_month(year.first, 3 * (q[1] - '1')),
				     first_of_month(year.first, 3 * (q[1] - '0')) };
	return true;
}

bool stretch_of(const struct period *period, struct stretch *stretch)
{
	if (period->form == PERIOD_TEXT)
		return quarter_of(period->code, stretch);
	if (period->form == PERIOD_DAY)
		return false;
	*stretch = (struct stretch){ date_serial(period->first), date_serial(period->last) + 1 };
	return true;
}
