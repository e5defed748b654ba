#include "model/theme.h"

#include <math.h>
#include <string.h>

static const char *const roles[] = {
#define COLOUR_ROLE(symbol, name) [COLOUR_##symbol] = name,
#include "model/colour_roles.def"
#undef COLOUR_ROLE
};

const char *colour_role_name(enum colour_role role)
{
	return roles[role];
}

enum colour_role colour_role_find(const char *name)
{
	for (int i = 0; i < COLOUR_ROLE_COUNT; i++)
		if (strcmp(roles[i], name) == 0)
			return (enum colour_role)i;
	return COLOUR_ROLE_COUNT;
}

static double linear(double part)
{
	return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double luminance(struct colour colour)
{
	return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
	       0.0722 * linear(colour.blue);
}

double colour_contrast(struct colour a, struct colour b)
{
	double first = luminance(a) + 0.05, second = luminance(b) + 0.05;

	return first > second ? first / second : second / first;
}
