#include "base/verdict.h"

#include <stdbool.h>

enum verdict verdict_of(int difference, enum favourable favourable)
{
	bool higher = difference > 0;

	if (difference == 0)
		return VERDICT_SIMILAR;
	if (favourable == FAVOURABLE_NEITHER)
		return higher ? VERDICT_HIGHER : VERDICT_LOWER;
	return higher == (favourable == FAVOURABLE_HIGH) ? VERDICT_BETTER : VERDICT_WORSE;
}
