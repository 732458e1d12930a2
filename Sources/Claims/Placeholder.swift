import Territory
