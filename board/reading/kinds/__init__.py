"""Of what kind a number of people is: present, reserve, planned, of the past …"""
