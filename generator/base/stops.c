#include "base/stops.h"

#include <stddef.h>

void stops_fill(sigset_t *stops)
{
	static const int signals[] = { SIGINT, SIGTERM, SIGHUP };

	sigemptyset(stops);
	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
		struct sigaction action;

		if (sigaction(signals[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
			sigaddset(stops, signals[i]);
	}
}
